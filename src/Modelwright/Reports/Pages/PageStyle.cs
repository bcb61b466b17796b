namespace Modelwright.Reports.Pages;

/// <summary>
/// The style of a report page. Series differ by dashes and shapes before they differ by colour; contrast is at least 4.5 to 1 for
/// text in light and dark.
/// </summary>
internal static class PageStyle
{
    /// <summary>The style sheet.</summary>
    public const string Text = """
        :root{color-scheme:light dark;--page:#fff;--card:#f6f7f9;--ink:#1b1f24;--soft:#57606a;--rule:#d5dae0;--heat:#4d8cd3;--s0:#0b62c4;--s1:#b3470a;--s2:#0e7a55;--s3:#7a3fb0;--severe:#b3202a;--warning:#8a5a00}
        @media (prefers-color-scheme:dark){:root{--page:#14171b;--card:#1c2127;--ink:#e8ebef;--soft:#a3adb8;--rule:#39414a;--heat:#2a66c4;--s0:#6cb2ff;--s1:#ffa869;--s2:#5fd6a7;--s3:#cfa5ff;--severe:#ff8a8f;--warning:#f0c05a}}
        *{box-sizing:border-box}
        html{-webkit-text-size-adjust:100%}
        body{margin:0;background:var(--page);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
        .frame{max-width:1240px;margin:0 auto;padding:0 16px 48px}
        header{padding:28px 0 4px}
        h1{font-size:1.7rem;line-height:1.25;margin:0 0 8px;overflow-wrap:anywhere}
        h2{font-size:1.25rem;margin:40px 0 10px;padding-top:10px;border-top:1px solid var(--rule);overflow-wrap:anywhere}
        h3{font-size:1rem;margin:0 0 2px;overflow-wrap:anywhere}
        p{margin:0 0 12px;max-width:75ch;overflow-wrap:anywhere}
        .lead{font-size:1.1rem}
        nav{padding:8px 0}
        nav ol{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:4px 16px}
        a{color:var(--s0)}
        a:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:2px solid var(--s0);outline-offset:2px}
        dl{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,150px),1fr));gap:8px 20px;margin:0 0 14px}
        dt{color:var(--soft);font-size:.875rem}
        dd{margin:0;font-weight:600;overflow-wrap:anywhere;font-variant-numeric:tabular-nums}
        dl .long{grid-column:1/-1}
        dl .long dd{font:.875rem/1.5 ui-monospace,Consolas,"DejaVu Sans Mono",monospace}
        .charts{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,340px),1fr));gap:16px;margin:0 0 14px}
        figure{margin:0;padding:12px;background:var(--card);border:1px solid var(--rule);border-radius:8px;min-width:0;break-inside:avoid}
        figcaption{margin-bottom:8px}
        figcaption p{color:var(--soft);font-size:.875rem;margin:0}
        svg{display:block;width:100%;max-width:520px;height:auto;font:11.5px system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
        svg text{fill:var(--ink)}
        svg .label{fill:var(--soft)}
        svg .end{text-anchor:end}
        svg .middle{text-anchor:middle}
        .grid{stroke:var(--rule);stroke-width:1}
        .axis{stroke:var(--soft);stroke-width:1}
        .bar{fill:var(--s0)}
        .heat{fill:var(--heat)}
        .line{fill:none;stroke-width:2;stroke-linejoin:round}
        .s0{stroke:var(--s0)}.s1{stroke:var(--s1);stroke-dasharray:7 3}.s2{stroke:var(--s2);stroke-dasharray:2 3}.s3{stroke:var(--s3);stroke-dasharray:9 3 2 3}
        .dot{stroke-width:1.5;stroke-dasharray:none;fill:var(--card)}
        .whisker{stroke-width:1.5;stroke-dasharray:none}
        .whisker.ink{stroke:var(--ink)}
        .reference{fill:none;stroke:var(--soft);stroke-width:1;stroke-dasharray:4 4}
        details{margin-top:8px}
        .more{margin:-8px 0 14px}
        summary{cursor:pointer;color:var(--soft);font-size:.875rem}
        .scroll{overflow-x:auto;margin:4px 0 14px}
        table{border-collapse:collapse;font-size:.875rem;width:max-content;max-width:none}
        caption{text-align:left;font-weight:600;padding:4px 0}
        th,td{padding:4px 14px 4px 0;border-bottom:1px solid var(--rule);text-align:left;vertical-align:top;max-width:40ch;overflow-wrap:anywhere}
        th{color:var(--soft);font-weight:600;vertical-align:bottom;overflow-wrap:normal;max-width:16ch}
        td:not(.number){min-width:8ch}
        .number{text-align:right;font-variant-numeric:tabular-nums}
        td.number{white-space:nowrap}
        .aside{color:var(--soft);font-size:.875rem}
        .notices{list-style:none;margin:0 0 14px;padding:0}
        .notices li{padding:8px 12px;margin-bottom:8px;border-left:4px solid var(--rule);background:var(--card);overflow-wrap:anywhere}
        .notices .severe{border-color:var(--severe)}.notices .warning{border-color:var(--warning)}
        .notices b{margin-right:6px}
        .severe b{color:var(--severe)}.warning b{color:var(--warning)}
        pre{background:var(--card);border:1px solid var(--rule);border-radius:8px;padding:10px 12px;overflow-x:auto;font-size:.875rem;margin:0 0 14px}
        footer{margin-top:40px;padding-top:10px;border-top:1px solid var(--rule);color:var(--soft);font-size:.875rem}
        @media (max-width:600px){th,td{padding-right:10px}td{max-width:24ch}th{max-width:9ch}h2{margin-top:32px}}
        @media (min-width:800px){.charts>figure:last-child:nth-child(odd){grid-column:1/-1;display:grid;grid-template-columns:minmax(0,460px) minmax(0,1fr);grid-template-rows:auto 1fr;gap:8px 24px;align-items:start}.charts>figure:last-child:nth-child(odd)>svg{grid-row:1/3}.charts>figure:last-child:nth-child(odd)>:not(svg){grid-column:2}}
        @media (min-width:1000px){.frame{display:grid;grid-template-columns:190px minmax(0,1fr);gap:0 40px}header{grid-column:1/-1}nav{position:sticky;top:0;align-self:start;padding-top:48px;max-height:100vh;overflow-y:auto}nav ol{flex-direction:column}}
        @media print{:root{--page:#fff;--card:#fff;--ink:#000;--soft:#444;--rule:#bbb;--heat:#4d8cd3;--s0:#0b62c4;--s1:#b3470a;--s2:#0e7a55;--s3:#7a3fb0;--severe:#b3202a;--warning:#8a5a00}nav,details:not(.more){display:none}.more:not(.detail)>summary{display:none}.more::details-content{content-visibility:visible;display:block}.scroll{overflow:visible}table{width:auto;max-width:100%}td{overflow-wrap:anywhere}.frame{display:block;max-width:none;padding:0}h2{break-after:avoid}tr{break-inside:avoid}.charts{grid-template-columns:1fr 1fr}body{font-size:11pt}*{print-color-adjust:exact}}
        """;
}
