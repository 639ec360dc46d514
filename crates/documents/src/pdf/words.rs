//! Words on a page, and the characters that readers are to take from them.

use std::rc::Rc;

use kurbo::Point;
use rustc_hash::FxHashMap;
use unicode_bidi::{BidiClass, bidi_class};

use super::content::{Content, Word};
use super::embed::{Fonts, font_name};
use crate::fonts::{Cluster, Glyph, Shaped};
use crate::sink::Text;

/// What each word looks like in the file, by where it lies in memory: most stand in a document many times. They are kept,
/// so that no other comes to lie there.
#[derive(Default)]
pub struct Words(FxHashMap<*const Shaped, (Rc<Shaped>, Option<Word>)>);

impl Words {
    /// None for a word that does not give its characters back by its glyphs alone, or not on one level.
    fn plain(&mut self, fonts: &mut Fonts, shaped: &Rc<Shaped>) -> Option<&Word> {
        let known = self.0.entry(Rc::as_ptr(shaped));
        known.or_insert_with(|| (Rc::clone(shaped), plain(fonts, shaped))).1.as_ref()
    }
}

fn plain(fonts: &mut Fonts, shaped: &Shaped) -> Option<Word> {
    let (mut word, mut at) = (Word::default(), 0.0);
    if shaped.right_to_left {
        return None;
    }
    for cluster in &shaped.clusters {
        let [glyph] = cluster.glyphs.as_slice() else { return None };
        if glyph.dy != 0.0 || !fonts.gives_back(shaped.face, cluster) {
            return None;
        }
        let id = fonts.use_glyph(shaped.face, *glyph, &cluster.text);
        word.push(id, width(glyph), at + glyph.dx);
        at += glyph.advance;
    }
    Some(word)
}

pub fn show(page: &mut Content, fonts: &mut Fonts, words: &mut Words, text: &Text) {
    page.start_text(font_name(text.face), text.size, text.colour);
    let mut pen = Pen { text, fonts, at: 0.0 };
    for shaped in &text.words {
        match words.plain(pen.fonts, shaped) {
            Some(word) => {
                page.show(word, pen.place(0.0, 0.0), text.size);
                pen.at += shaped.width;
            }
            None => pen.word(page, shaped),
        }
    }
}

/// In the file, where it is whole: the reader moves on by it.
fn width(glyph: &Glyph) -> f64 {
    glyph.natural.trunc()
}

struct Pen<'a> {
    text: &'a Text,
    fonts: &'a mut Fonts,
    /// Thousandths of an em from the origin.
    at: f64,
}

impl Pen<'_> {
    /// The place so many thousandths of an em to the right of the pen and above the line.
    fn place(&self, right: f64, above: f64) -> Point {
        let (origin, em) = (self.text.origin, self.text.size / 1000.0);
        Point::new(origin.x + (self.at + right) * em, origin.y - above * em)
    }

    fn word(&mut self, page: &mut Content, shaped: &Shaped) {
        if shaped.right_to_left && shaped.clusters.len() > 1 {
            // Glyphs stand from left to right. Words that read the other way say so whole, for those who read by the
            // structure, and letter by letter within, for those who go by the places of letters, as pdftotext does.
            page.begin_actual_text(&shaped.text());
            for cluster in &shaped.clusters {
                self.reversed(page, cluster);
            }
            page.end_actual_text();
            return;
        }
        for cluster in &shaped.clusters {
            // Several glyphs do not give their characters back by themselves, nor does one that stands for others.
            if self.fonts.gives_back(shaped.face, cluster) {
                self.cluster(page, cluster, |_| true);
            } else {
                page.begin_actual_text(&cluster.text);
                self.cluster(page, cluster, |_| true);
                page.end_actual_text();
            }
            self.at += advance(cluster);
        }
    }

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
        let mut right = 0.0;
        for glyph in &cluster.glyphs {
            if wanted(glyph) {
                let mut alone = Word::default();
                alone.push(self.fonts.use_glyph(self.text.face, *glyph, &cluster.text), width(glyph), 0.0);
                page.show(&alone, self.place(right + glyph.dx, glyph.dy), self.text.size);
            }
            right += glyph.advance;
        }
    }
}

fn advance(cluster: &Cluster) -> f64 {
    cluster.glyphs.iter().map(|glyph| glyph.advance).sum()
}
