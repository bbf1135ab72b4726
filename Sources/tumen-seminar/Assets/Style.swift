/// The style of all pages.
enum Style {
  static let css = """
    :root { color-scheme: light; --ink: #1d2733; --soft: #5a6676; --line: #d5dbe3; --paper: #fff;
      --wash: #f4f6f9; --blue: #1f5f99; --red: #a3262a; --green: #1e6b3a; }
    * { box-sizing: border-box; }
    body { margin: 0; background: var(--wash); color: var(--ink);
      font: 1rem/1.5 system-ui, "Liberation Sans", Helvetica, Arial, sans-serif; }
    main { max-width: 62rem; margin: 0 auto; padding: 1rem; }
    h1 { font-size: 1.35rem; margin: .2rem 0 .6rem; line-height: 1.25; }
    h2 { font-size: 1.05rem; margin: 0 0 .5rem; }
    h3 { font-size: 1rem; margin: .9rem 0 .3rem; }
    p { margin: .4rem 0; }
    .card, #notice { background: var(--paper); border: 1px solid var(--line); border-radius: .5rem;
      padding: .9rem 1rem; margin: 0 0 .9rem; }
    .card:has(> div:only-child:empty) { display: none; }
    .soft { color: var(--soft); }
    .columns { display: grid; gap: 0 .9rem; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
      align-items: start; }
    .strip { display: flex; flex-wrap: wrap; gap: .4rem .9rem; align-items: baseline; }
    .state { font-weight: 600; }
    .warning { color: var(--red); } .good { color: var(--green); }
    .brief { border-left: .3rem solid var(--blue); }
    .story { max-width: 48rem; }
    fieldset { border: 0; margin: 0; padding: 0; min-width: 0; }
    legend { font-weight: 600; padding: 0; margin-bottom: .3rem; }
    label { display: block; }
    label.choice { border: 1px solid var(--line); border-radius: .4rem; padding: .6rem .7rem;
      margin: .4rem 0; cursor: pointer; }
    label.choice:has(input:checked) { border-color: var(--blue); background: #eaf2fa; }
    label.choice small { display: block; color: var(--soft); margin-left: 1.6rem; }
    input[type=text], select, textarea { font: inherit; padding: .45rem .5rem; max-width: 100%;
      border: 1px solid #8894a3; border-radius: .35rem; background: #fff; color: var(--ink); }
    input.wide { width: 100%; } input.number { width: 6rem; }
    button { font: inherit; padding: .45rem .9rem; border-radius: .35rem; cursor: pointer;
      border: 1px solid var(--blue); background: #fff; color: var(--blue); min-height: 2.5rem; }
    button.main { background: var(--blue); color: #fff; }
    button.grave { border-color: var(--red); color: var(--red); }
    button:disabled { opacity: .5; cursor: default; }
    :focus-visible { outline: 3px solid #e0a100; outline-offset: 2px; }
    form.row { display: flex; flex-wrap: wrap; gap: .5rem; align-items: end; margin: .4rem 0; }
    form.row .grow { flex: 1 1 12rem; }
    .scroll { overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; }
    th, td { text-align: left; vertical-align: top; padding: .35rem .6rem .35rem 0;
      border-bottom: 1px solid var(--line); }
    th { font-weight: 600; } td.number, th.number { text-align: right; }
    table.lines td:nth-child(3) { min-width: 12rem; }
    table.lines th:nth-last-child(3) { min-width: 8rem; }
    caption { text-align: left; font-weight: 600; padding: .3rem 0; }
    ol.log, ul.plain { list-style: none; margin: 0; padding: 0; }
    ol.log { max-height: 20rem; overflow-y: auto; }
    ol.log li { padding: .25rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
    ol.log .from { font-weight: 600; }
    .private { background: #fff7e0; }
    .proposal { border: 1px solid var(--line); border-radius: .4rem; padding: .5rem .7rem;
      margin: .4rem 0; }
    .proposal.fallen { opacity: .6; }
    .code { font: 700 2.2rem/1.2 ui-monospace, "Liberation Mono", monospace; letter-spacing: .15em; }
    .address { font: 600 1.5rem/1.3 ui-monospace, "Liberation Mono", monospace;
      overflow-wrap: anywhere; }
    table.bars th { font-weight: 400; width: 45%; } table.bars meter { width: 100%; height: 1.1rem; }
    .badge { border: 1px solid var(--line); border-radius: 1rem; padding: 0 .5rem;
      font-size: .85rem; white-space: nowrap; }
    .badge.on { border-color: var(--green); color: var(--green); }
    .badge.off { color: var(--soft); }
    #notice { position: sticky; bottom: .5rem; max-width: 40rem; margin: .5rem auto;
      border-color: var(--blue); }
    #notice:empty { display: none; }
    #notice.warning { border-color: var(--red); }
    details summary { cursor: pointer; min-height: 2rem; }
    @media (max-width: 46rem) { .columns { grid-template-columns: minmax(0, 1fr); }
      .seat.columns { display: flex; flex-direction: column; align-items: stretch; }
      .seat.columns > div { display: contents; } .seat .talk { order: 1; }
      main { padding: .6rem; } }
    @media print { #notice, button, form { display: none; } body { background: #fff; } }
    """
}
