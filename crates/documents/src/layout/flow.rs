//! From blocks to slices.

use std::rc::Rc;

use kurbo::{Point, Rect};

use super::line::{self, Line, Words};
use super::slice::{Drawing, Item, Owner, Slice, icon_path, panel};
use super::theme::Theme;
use crate::DocumentError;
use crate::block::{Block, Document, Figure, Inline, Paragraph, Picture, Tone, join_words};
use crate::fonts::{Shaper, is_silent};
use crate::language;
use crate::picture;
use crate::sink::Role;
use crate::structure::{Detail, NodeId, Tree};

pub struct Flow {
    pub theme: Theme,
    pub shaper: Shaper,
    pub tree: Tree,
    /// Of the last heading.
    level: u8,
}

impl Flow {
    pub fn new(theme: Theme, shaper: Shaper) -> Self {
        Self { theme, shaper, tree: Tree::default(), level: 0 }
    }

    pub fn document(&mut self, document: &Document) -> Result<Vec<Slice>, DocumentError> {
        self.blocks(&document.blocks, self.theme.width(), NodeId::ROOT)
    }

    pub fn blocks(
        &mut self,
        blocks: &[Block],
        width: f64,
        parent: NodeId,
    ) -> Result<Vec<Slice>, DocumentError> {
        let mut slices: Vec<Slice> = Vec::new();
        let mut break_before = false;
        for block in blocks {
            if matches!(block, Block::PageBreak) {
                break_before = true;
                continue;
            }
            let mut new = self.block(block, width, parent)?;
            // A table is not parted from the words that lead to it.
            if let (Block::Table(_), Some(lead)) = (block, slices.last_mut()) {
                lead.keep_with_next = true;
            }
            if let Some(first) = new.first_mut() {
                first.break_before |= std::mem::take(&mut break_before);
            }
            slices.append(&mut new);
        }
        Ok(slices)
    }

    fn block(&mut self, block: &Block, width: f64, parent: NodeId) -> Result<Vec<Slice>, DocumentError> {
        Ok(match block {
            Block::Title { kicker, text, subtitle } => {
                self.title(kicker.as_deref(), text, subtitle, width, parent)
            }
            Block::Heading { level, text } => self.heading(*level, text, width, parent),
            Block::Paragraph(paragraph) => self.paragraph(paragraph, width, parent),
            Block::List(list) => self.list(list, width, parent)?,
            Block::Table(table) => self.table(table, width, parent),
            Block::Facts(facts) => self.facts(facts, width, parent),
            Block::Figure(figure) => vec![self.figure(figure, width, parent)?],
            Block::Pair(pair) => self.pair(pair, width, parent),
            Block::Callout { tone, blocks } => self.callout(*tone, blocks, width, parent)?,
            Block::WritingLines { label, count } => self.writing_lines(label, *count, width, parent),
            Block::TickBoxes { label, options } => self.tick_boxes(label, options, width, parent),
            Block::Together(blocks) => together(self.blocks(blocks, width, parent)?),
            Block::PageBreak => Vec::new(),
        })
    }

    /// Words of the body's size.
    pub fn body(&self) -> Words {
        Words { size: self.theme.body, leading: self.theme.leading, tone: Tone::Ink, bold: false }
    }

    /// Words in lines; those that read from right to left begin at the right edge.
    pub fn set(&mut self, inlines: &[Inline], words: Words, width: f64, node: NodeId) -> Vec<Line> {
        let mut lines = self.set_close(inlines, words, width, node);
        for line in &mut lines {
            line.align(width);
        }
        lines
    }

    /// Words in lines that all begin at the left edge, to be put where they belong by their width.
    pub fn set_close(&mut self, inlines: &[Inline], words: Words, width: f64, node: NodeId) -> Vec<Line> {
        line::set(&mut self.shaper, &mut self.tree, inlines, words, self.theme.palette, width, node)
    }

    fn heading(&mut self, level: u8, text: &[Inline], width: f64, parent: NodeId) -> Vec<Slice> {
        let (size, before) = self.theme.heading(level.clamp(2, 4));
        if is_blank(text) {
            return Vec::new();
        }
        let level = self.next_level(level.clamp(2, 4));
        let node = self.tree.add(parent, Role::Heading(level));
        let words = Words { size, leading: 1.25, tone: Tone::Ink, bold: true };
        let lines = self.set(text, words, width, node);
        let mut slices = slices(lines, before);
        for slice in &mut slices {
            slice.keep_with_next = true;
        }
        if let Some(first) = slices.first_mut() {
            first.items.push(bookmark(node, level, join_words(text)));
        }
        slices
    }

    /// The level at which a heading stands: none is skipped (ISO 14289-1, 7.4.2).
    pub fn next_level(&mut self, wanted: u8) -> u8 {
        self.level = wanted.min(self.level + 1);
        self.level
    }

    pub fn paragraph(&mut self, paragraph: &Paragraph, width: f64, parent: NodeId) -> Vec<Slice> {
        let node = self.tree.add(parent, Role::Paragraph);
        let words = Words { size: self.theme.size(paragraph.size), ..self.body() };
        let lines = self.set(&paragraph.text, words, width, node);
        let mut slices = slices(lines, self.theme.gap);
        keep_ends_together(&mut slices);
        if paragraph.keep_with_next {
            for slice in &mut slices {
                slice.keep_with_next = true;
            }
        }
        slices
    }

    fn figure(&mut self, figure: &Figure, width: f64, parent: NodeId) -> Result<Slice, DocumentError> {
        // A picture of which nothing is said is an ornament.
        let owner = if figure.alt.trim().is_empty() {
            Owner::Decoration
        } else {
            let (alt, language) = (Some(figure.alt.clone()), language::whole(&figure.alt));
            Owner::Node(self.tree.add_with(
                parent,
                Role::Figure,
                Detail { alt, language, ..Detail::default() },
            ))
        };
        let mut height = figure.height.clamp(1.0, self.theme.height());
        let drawing = match &figure.picture {
            Picture::Icon(icon, tone) => {
                let path = icon_path(icon.path, Point::ORIGIN, height);
                Drawing::Stroke(path, self.theme.palette.ink(*tone), height / 12.0)
            }
            Picture::Image(bytes) => {
                let image = picture::decode(bytes)?;
                let (across, down) = image.size();
                let ratio = f64::from(across) / f64::from(down.max(1));
                height = height.min(width / ratio);
                Drawing::Image(Rc::new(image), Rect::new(0.0, 0.0, height * ratio, height))
            }
        };
        let item = Item { owner, drawing };
        Ok(Slice { before: self.theme.gap, ..Slice::new(height, vec![item]) })
    }

    fn callout(
        &mut self,
        tone: Tone,
        blocks: &[Block],
        width: f64,
        parent: NodeId,
    ) -> Result<Vec<Slice>, DocumentError> {
        const PADDING: f64 = 12.0;
        let node = self.tree.add(parent, Role::Division);
        let mut inner = self.blocks(blocks, width - 2.0 * PADDING - 4.0, node)?;
        let Some(first) = inner.first_mut() else { return Ok(inner) };
        first.before = 0.0;
        let before = self.theme.gap * 1.6;
        let total: f64 = inner.iter().map(|slice| slice.before + slice.height).sum();
        if total < self.theme.height() * 0.6 {
            let mut whole = Slice::stack(inner);
            whole.shift(PADDING + 4.0, PADDING * 0.8);
            whole.height += 2.0 * PADDING * 0.8;
            whole.before = before;
            whole.keep_with_next = false;
            whole
                .behind(Item::fill(panel(0.0, 0.0, width, whole.height, 8.0), self.theme.palette.wash(tone)));
            return Ok(vec![whole]);
        }
        // Too long for a panel in one piece: each strip has its own ground.
        for slice in &mut inner {
            slice.shift(PADDING + 4.0, 0.0);
            let ground = Rect::new(0.0, -slice.before, width, slice.height);
            slice.behind(Item::fill(ground, self.theme.palette.wash(tone)));
        }
        Ok(inner)
    }
}

/// Whether words leave nothing on paper, so that they are nothing in the structure either.
pub fn is_blank(words: &[Inline]) -> bool {
    join_words(words).chars().all(|it| it.is_whitespace() || it.is_control() || is_silent(it))
}

/// One slice for each line; `before` is the space above the first.
pub fn slices(lines: Vec<Line>, before: f64) -> Vec<Slice> {
    lines
        .into_iter()
        .enumerate()
        .map(|(index, line)| Slice {
            before: if index == 0 { before } else { 0.0 },
            ..Slice::new(line.height, line.items)
        })
        .collect()
}

/// No paragraph leaves its first or its last line alone on a page.
pub fn keep_ends_together(slices: &mut [Slice]) {
    let count = slices.len();
    for (index, slice) in slices.iter_mut().enumerate() {
        slice.keep_with_next = count > 1 && (index == 0 || index + 2 == count);
    }
}

/// Slices that go to one page.
fn together(mut slices: Vec<Slice>) -> Vec<Slice> {
    let last = slices.len();
    for (index, slice) in slices.iter_mut().enumerate() {
        slice.keep_with_next |= index + 1 < last;
    }
    slices
}

pub fn bookmark(node: NodeId, level: u8, title: String) -> Item {
    Item { owner: Owner::Node(node), drawing: Drawing::Bookmark { level, title, y: 0.0 } }
}
