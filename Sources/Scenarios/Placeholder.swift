// room to come
