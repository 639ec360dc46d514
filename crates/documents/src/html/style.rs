//! The one style sheet, with the document's colours.

use super::inline::class;
use crate::block::{Style, Tone};
use crate::palette::{LINE, PAPER, Palette};

const TONES: [Tone; 8] =
    [Tone::Ink, Tone::Soft, Tone::Accent, Tone::Teal, Tone::Plum, Tone::Sun, Tone::Leaf, Tone::Coral];

const SHEET: &str = "\
body { max-width: 46rem; margin: 0 auto; padding: 1.25rem; color: var(--ink); background: #fff;
  font-family: 'Atkinson Hyperlegible Next', 'Atkinson Hyperlegible', Verdana, sans-serif;
  font-size: var(--size); line-height: 1.5; overflow-wrap: anywhere; }
h1 { margin: .1em 0 .2em; font-size: 1.9em; line-height: 1.15; }
h2 { margin: 1.4em 0 .4em; font-size: 1.4em; line-height: 1.25; }
h3 { margin: 1.2em 0 .3em; font-size: 1.15em; }
h4 { margin: 1em 0 .3em; font-size: 1em; }
p { margin: 0 0 .6em; }
img { max-width: 100%; }
.kicker { margin: 0; color: var(--kicker); font-weight: 700; }
.lead { font-size: 1.12em; }
.small { font-size: max(.92em, var(--least)); }
.marking { color: var(--coral); font-weight: 700; }
footer { margin-top: 2.5em; padding-top: .6em; border-top: 1px solid var(--line); color: var(--soft); }
dl { margin: .6em 0; }
dl div { display: flex; flex-wrap: wrap; gap: 0 1rem; padding: .15em 0; }
dt { flex: 0 0 10rem; color: var(--soft); }
dd { flex: 1 1 14rem; margin: 0; }
ul, ol { margin: .3em 0 .8em; padding-inline: 1.4em 0; }
li > div > p { margin-bottom: .25em; }
.labelled { padding: 0; list-style: none; }
.labelled > li { display: flex; gap: .7em; }
.ticks { display: flex; flex-wrap: wrap; gap: .2em 1.2em; padding: 0; list-style: none; }
.scroll { margin: .8em 0; overflow-x: auto; overflow-wrap: normal; }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
th, td { padding: .45em .6em; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; }
tbody th { font-weight: inherit; }
thead th { border-bottom: 2px solid var(--accent); color: var(--accent); background: var(--paper); }
td p, th p { margin: 0 0 .2em; }
.pill { display: inline-block; padding: 0 .5em; border-radius: .4em; font-size: .92em; font-weight: 700; }
.callout { margin: 1em 0; padding: .8em 1.1em; border-radius: .6em; color: var(--ink); }
.callout > :last-child { margin-bottom: 0; }
.pair { display: flex; gap: 1.1em; align-items: flex-start; margin: .9em 0; color: var(--ink); background: none; }
.pair .picture { flex: 0 0 auto; padding: .9em 1.1em; border-radius: .8em; line-height: 0; }
.pair .label { margin: 0; font-weight: 700; }
.pair p { margin: 0 0 .15em; }
.write { margin-bottom: 0; }
.rule { height: 2em; border-bottom: 1px solid var(--soft); }
a { color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
@media print { h1, h2, h3 { break-after: avoid; } tr, .pair, .callout, .together { break-inside: avoid; } }
";

pub fn sheet(style: Style, palette: Palette) -> String {
    let (size, least) = match style {
        Style::Adult => ("1rem", "0px"),
        Style::Large => ("1.2rem", "0px"),
        Style::Children => ("1.2rem", "1.17rem"),
        Style::CareLeavers => ("1.05rem", "1rem"),
        Style::Poster => ("1.4rem", "1.17rem"),
    };
    let plain_words = !matches!(style, Style::Adult | Style::Large) && palette == Palette::default();
    let kicker = if plain_words { Tone::Plum } else { Tone::Accent };
    let mut sheet = format!(":root {{ color-scheme: light; --size: {size}; --least: {least};");
    sheet.push_str(&format!(" --line: #{}; --paper: #{};", LINE.hex(), PAPER.hex()));
    sheet.push_str(&format!(" --kicker: #{};", palette.ink(kicker).hex()));
    for tone in TONES {
        sheet.push_str(&format!(" --{}: #{};", class(tone), palette.ink(tone).hex()));
    }
    sheet.push_str(" }\n");
    sheet.push_str(SHEET);
    for tone in TONES {
        let (name, ink, wash) = (class(tone), palette.ink(tone).hex(), palette.wash(tone).hex());
        sheet.push_str(&format!("span.{name}, p.{name} {{ color: #{ink}; }}\n"));
        sheet.push_str(&format!(
            ".pill.{name}, .callout.{name}, .{name} > .picture {{ background: #{wash}; }}\n"
        ));
        sheet.push_str(&format!(".pair.{name} .label {{ color: #{ink}; }}\n"));
    }
    sheet
}
