//! Words on a page, and the characters that readers are to take from them.

use kurbo::Point;
use unicode_bidi::{BidiClass, bidi_class};

use super::{content::Content, embed::Fonts, embed::font_name};
use crate::fonts::{Cluster, Glyph};
use crate::sink::Text;

pub fn show(page: &mut Content, fonts: &mut Fonts, text: &Text) {
    page.start_text(font_name(text.shaped.face), text.size, text.colour);
    let mut pen = Pen { text, fonts, at: 0.0 };
    if text.shaped.right_to_left && text.shaped.clusters.len() > 1 {
        // Glyphs stand from left to right. Words that read the other way say so whole, for those who read by the
        // structure, and letter by letter within, for those who go by the places of letters, as pdftotext does.
        page.begin_actual_text(&text.shaped.text());
        for cluster in &text.shaped.clusters {
            pen.reversed(page, cluster);
        }
        page.end_actual_text();
        return;
    }
    for cluster in &text.shaped.clusters {
        // Several glyphs do not give their characters back by themselves, nor does one that stands for others.
        if pen.fonts.gives_back(text.shaped.face, cluster) {
            pen.cluster(page, cluster, |_| true);
        } else {
            page.begin_actual_text(&cluster.text);
            pen.cluster(page, cluster, |_| true);
            page.end_actual_text();
        }
        pen.at += advance(cluster);
    }
}

struct Pen<'a> {
    text: &'a Text,
    fonts: &'a mut Fonts,
    /// Thousandths of an em from the origin.
    at: f64,
}

impl Pen<'_> {
    /// A letter of a word that reads from right to left. Whoever goes by places takes the letter's from the glyphs that
    /// move the pen, and turns round what follows from left to right: a mark is said before its letter.
    fn reversed(&mut self, page: &mut Content, cluster: &Cluster) {
        let is_letters =
            cluster.text.chars().all(|it| matches!(bidi_class(it), BidiClass::R | BidiClass::AL));
        let said: String =
            if is_letters { cluster.text.clone() } else { cluster.text.chars().rev().collect() };
        let is_still = cluster.glyphs.iter().all(|glyph| glyph.advance == 0.0);
        let moves = |glyph: &Glyph| is_still || glyph.advance != 0.0;
        page.begin_actual_text(&said);
        self.cluster(page, cluster, moves);
        page.end_actual_text();
        if !cluster.glyphs.iter().all(moves) {
            page.begin_actual_text("");
            self.cluster(page, cluster, |glyph| !moves(glyph));
            page.end_actual_text();
        }
        self.at += advance(cluster);
    }

    /// The glyphs of a cluster that are wanted, where they stand.
    fn cluster(&mut self, page: &mut Content, cluster: &Cluster, wanted: impl Fn(&Glyph) -> bool) {
        let (origin, size) = (self.text.origin, self.text.size);
        let em = size / 1000.0;
        let mut at = self.at;
        for glyph in &cluster.glyphs {
            if wanted(glyph) {
                let place = Point::new(origin.x + (at + glyph.dx) * em, origin.y - glyph.dy * em);
                let id = self.fonts.use_glyph(self.text.shaped.face, *glyph, &cluster.text);
                // The reader moves on by the width in the file, which is whole.
                page.show(id, glyph.natural.trunc(), place, size);
            }
            at += glyph.advance;
        }
    }
}

fn advance(cluster: &Cluster) -> f64 {
    cluster.glyphs.iter().map(|glyph| glyph.advance).sum()
}
