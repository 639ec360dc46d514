//! Words within a line, as HTML.

use pledgeboard_domain::text::steers;

use crate::block::{Inline, Run, Tone};
use crate::language::{self, Stretch};

pub fn inlines(inlines: &[Inline]) -> String {
    inlines.iter().map(inline).collect()
}

fn inline(inline: &Inline) -> String {
    match inline {
        Inline::LineBreak => "<br>".to_owned(),
        Inline::Pill(pill) => {
            format!("<span class=\"pill {}\">{}</span>", class(pill.tone), spoken(&pill.text))
        }
        Inline::Run(run) => self::run(run),
    }
}

/// A run, its foreign words said to be so.
fn run(run: &Run) -> String {
    let mut words = match &run.language {
        Some(_) => escape(&run.text),
        None => spoken(&run.text),
    };
    if run.bold {
        words = format!("<strong>{words}</strong>");
    }
    if run.italic {
        words = format!("<em>{words}</em>");
    }
    if let Some(link) = run.address() {
        words = format!("<a href=\"{}\">{words}</a>", escape(link));
    }
    let mut attributes = String::new();
    if let Some(tone) = run.tone {
        attributes.push_str(&format!(" class=\"{}\"", class(tone)));
    }
    if let Some(language) = &run.language {
        attributes.push_str(&format!(" lang=\"{}\" dir=\"auto\"", escape(language)));
    }
    if attributes.is_empty() { words } else { format!("<span{attributes}>{words}</span>") }
}

/// Words, with the language of those that are not in Latin letters.
pub fn spoken(text: &str) -> String {
    let mut said = String::new();
    let mut done = 0;
    let mut plain = |said: &mut String, to: usize, next: usize| {
        said.push_str(&escape(text.get(done..to).unwrap_or_default()));
        done = next;
    };
    for Stretch { range, language } in language::foreign(text) {
        plain(&mut said, range.start, range.end);
        let words = escape(text.get(range).unwrap_or_default());
        said.push_str(&format!("<span lang=\"{}\">{words}</span>", escape(&language.unwrap_or_default())));
    }
    plain(&mut said, text.len(), text.len());
    said
}

/// Of what holds words that read from right to left.
pub fn direction(words: &str) -> &'static str {
    if language::is_right_to_left(words) { " dir=\"rtl\"" } else { "" }
}

/// The style of a tone.
pub fn class(tone: Tone) -> &'static str {
    match tone {
        Tone::Ink => "ink",
        Tone::Soft => "soft",
        Tone::Accent => "accent",
        Tone::Teal => "teal",
        Tone::Plum => "plum",
        Tone::Sun => "sun",
        Tone::Leaf => "leaf",
        Tone::Coral => "coral",
    }
}

/// For text and for attributes; what is no character of HTML is left out.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\t' => escaped.push(' '),
            unwanted if steers(unwanted) => {}
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_cannot_become_markup() {
        let said = inlines(&[
            Inline::bold("<script>alert('x')</script>"),
            Inline::link("here", "https://example.org/?a=1&b=\"2\""),
            Inline::in_language("tŷ", "cy"),
        ]);
        assert_eq!(
            said,
            "<strong>&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;</strong>\
             <a href=\"https://example.org/?a=1&amp;b=&quot;2&quot;\">here</a>\
             <span lang=\"cy\" dir=\"auto\">tŷ</span>"
        );
    }

    #[test]
    fn foreign_words_have_their_language() {
        let said = inlines(&[Inline::bold("She said “بيتي” & left.")]);
        assert_eq!(said, "<strong>She said “<span lang=\"ar\">بيتي</span>” &amp; left.</strong>");
        assert_eq!(direction("بيتي قريب"), " dir=\"rtl\"");
        assert_eq!(direction("home"), "");
    }
}
