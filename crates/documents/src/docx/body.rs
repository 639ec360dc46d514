//! The document itself: each block as Word's own paragraphs and tables.

use super::furniture::{self, Furniture};
use super::numbering::{Number, Numbering};
use super::package::{MAIN, Package, RELATIONS};
use super::panel::{self, Paragraph, Place};
use super::pictures::Pictures;
use super::runs::{Words, all_right_to_left, text};
use super::xml::Xml;
use crate::DocumentError;
use crate::block::{Block, Document, Fact, Inline, List, TextSize, Tone, plain};
use crate::layout::theme::Theme;

pub struct Body<'a> {
    pub xml: Xml,
    pub theme: Theme,
    pub pictures: Pictures,
    document: &'a Document,
    package: &'a mut Package,
    numbering: Numbering,
    /// The next paragraph begins a page.
    break_before: bool,
    /// Every box to tick has a number of its own.
    boxes: u32,
}

impl<'a> Body<'a> {
    pub fn new(document: &'a Document, theme: Theme, package: &'a mut Package) -> Self {
        let root = [
            ("xmlns:w", MAIN),
            ("xmlns:r", RELATIONS),
            ("xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
            ("xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
            ("xmlns:pic", "http://schemas.openxmlformats.org/drawingml/2006/picture"),
            ("xmlns:w14", "http://schemas.microsoft.com/office/word/2010/wordml"),
            ("xmlns:mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"),
            ("mc:Ignorable", "w14"),
        ];
        let mut xml = Xml::new("w:document", &root);
        xml.open("w:body", &[]);
        let colour = theme.palette.ink(Tone::Accent).hex();
        let numbering = Numbering::new(colour, theme.body);
        let pictures = Pictures::default();
        Self { xml, theme, pictures, document, package, numbering, break_before: false, boxes: 0 }
    }

    /// The part's bytes; the numbering, which is known now, is added to the package.
    pub fn part(mut self, furniture: &Furniture) -> Result<Vec<u8>, DocumentError> {
        let document = self.document;
        self.blocks(&document.blocks, Place::default())?;
        furniture::sheet(&mut self.xml, furniture, &self.theme);
        self.package.add("numbering", "numbering.xml", "numbering", self.numbering.part()?);
        self.xml.finish()
    }

    pub fn blocks(&mut self, blocks: &[Block], place: Place) -> Result<(), DocumentError> {
        for (at, block) in blocks.iter().enumerate() {
            // A table is not parted from the words that lead to it.
            let next = blocks.get(at + 1);
            let leads = matches!(next, Some(Block::Table(_)));
            self.block(block, Place { keep: place.keep || leads, ..place })?;
            // What ends close beneath itself needs air before what begins at its own edge.
            let close = matches!(block, Block::Title { .. } | Block::List(_) | Block::Facts(_));
            let edged = matches!(next, Some(Block::Table(_) | Block::Callout { .. } | Block::Pair(_)));
            if close && edged {
                self.gap(Place { keep: place.keep || leads, ..place });
            }
        }
        Ok(())
    }

    fn block(&mut self, block: &Block, place: Place) -> Result<(), DocumentError> {
        match block {
            Block::Title { kicker, text, subtitle } => {
                if let Some(kicker) = kicker {
                    self.line("Kicker", &plain(kicker.as_str()), place);
                }
                self.line("Title", &plain(text.as_str()), place);
                for line in subtitle {
                    self.line("Subtitle", &plain(line.as_str()), place);
                }
            }
            Block::Heading { level, text } => {
                self.numbering.end_all();
                let style = ["Heading2", "Heading3", "Heading4"];
                let style = style.get(usize::from((*level).clamp(2, 4)) - 2).copied().unwrap_or("Heading2");
                self.line(style, text, place);
            }
            Block::Paragraph(paragraph) => {
                let style = match paragraph.size {
                    _ if place.level > 0 => "ListContinue",
                    TextSize::Lead => "Lead",
                    TextSize::Small => "Small",
                    TextSize::Body if place.panel.is_some() => "Callout",
                    TextSize::Body => "Normal",
                };
                let keep = place.keep || paragraph.keep_with_next;
                self.line(style, &paragraph.text, Place { keep, ..place });
            }
            Block::List(list) => self.list(list, place)?,
            Block::Table(table) => self.table(table, place),
            Block::Facts(facts) => facts.iter().for_each(|fact| self.fact(fact, place)),
            Block::Figure(figure) => {
                self.open("Normal", &[], place);
                let width = self.width(place);
                let picture = self.pictures.figure(figure, &self.theme, width)?;
                self.pictures.draw(&mut self.xml, self.package, picture);
                self.xml.close();
            }
            Block::Pair(pair) => self.pair(pair, place),
            Block::Callout { tone, blocks } => {
                self.blocks(blocks, Place { panel: Some(*tone), ..place })?;
                self.gap(place);
            }
            Block::WritingLines { label, count } => {
                self.line("Normal", label, Place { keep: true, ..place });
                for at in 0..*count {
                    self.open("WritingLine", &[], Place { keep: place.keep || at + 1 < *count, ..place });
                    self.xml.open("w:r", &[]);
                    self.xml.empty("w:tab", &[]);
                    self.xml.close();
                    self.xml.close();
                }
            }
            Block::TickBoxes { label, options } => {
                self.line("Normal", label, Place { keep: true, ..place });
                for (at, option) in options.iter().enumerate() {
                    self.tick_box(option, Place { keep: place.keep || at + 1 < options.len(), ..place });
                }
            }
            Block::Together(blocks) => {
                let (last, others) = blocks
                    .split_last()
                    .map_or((&[][..], &[][..]), |(last, others)| (std::slice::from_ref(last), others));
                self.blocks(others, Place { keep: true, ..place })?;
                self.blocks(last, place)?;
            }
            Block::PageBreak => self.break_before = true,
        }
        Ok(())
    }

    /// What a block has between the margins, in points.
    pub fn width(&self, place: Place) -> f64 {
        let padding = if place.panel.is_some() { 2 * panel::PADDING } else { 0 };
        let taken = u32::try_from(place.indent + padding).unwrap_or_default();
        (self.theme.width() - f64::from(taken) / 20.0).max(72.0)
    }

    /// Opens a paragraph.
    pub fn open(&mut self, style: &str, words: &[Inline], place: Place) {
        let paragraph = Paragraph {
            style,
            keep_with_next: place.keep,
            break_before: std::mem::take(&mut self.break_before),
            number: None,
            right_to_left: all_right_to_left(words),
        };
        self.xml.open("w:p", &[]);
        panel::properties(&mut self.xml, paragraph, place, &self.theme);
    }

    /// A whole paragraph.
    pub fn line(&mut self, style: &str, words: &[Inline], place: Place) {
        self.open(style, words, place);
        self.words(words);
        self.xml.close();
    }

    pub fn words(&mut self, words: &[Inline]) {
        Words { palette: self.theme.palette, package: self.package }.inlines(&mut self.xml, words);
    }

    pub fn toned(&mut self, words: &str, tone: Tone) {
        Words { palette: self.theme.palette, package: self.package }.toned(&mut self.xml, words, Some(tone));
    }

    pub fn draw(&mut self, picture: super::pictures::Drawn) {
        self.pictures.draw(&mut self.xml, self.package, picture);
    }

    /// Two tables without a paragraph between them would be one to Word.
    pub fn gap(&mut self, place: Place) {
        self.open("Gap", &[], Place { panel: None, keep: place.keep, ..place });
        self.xml.close();
    }

    fn list(&mut self, list: &List, place: Place) -> Result<(), DocumentError> {
        for (at, item) in list.items.iter().enumerate() {
            let following = list.items.get(at + 1).map(|item| item.label.as_str());
            let number = match item.label.as_str() {
                "•" => Some(self.numbering.bullet(place.level)),
                label => self.numbering.label(label, following, place.level),
            };
            let style = if list.ordered { "ListNumber" } else { "ListBullet" };
            let (first, rest): (&[Inline], &[Block]) = match item.blocks.split_first() {
                Some((Block::Paragraph(paragraph), rest)) => (&paragraph.text, rest),
                _ => (&[], &item.blocks),
            };
            let keep = place.keep || !rest.is_empty();
            let ends = rest.is_empty() && following.is_none() && place.level == 0;
            self.item(style, number, &item.label, first, Place { keep, ends, ..place });
            let indent = place.indent + number.map_or(0, |number| number.hanging);
            self.blocks(rest, Place { level: place.level + 1, indent, ends: false, ..place })?;
        }
        Ok(())
    }

    fn item(&mut self, style: &str, number: Option<Number>, label: &str, words: &[Inline], place: Place) {
        let paragraph = Paragraph {
            style,
            keep_with_next: place.keep,
            break_before: std::mem::take(&mut self.break_before),
            number: number.map(|number| (number, place.level)),
            right_to_left: all_right_to_left(words),
        };
        self.xml.open("w:p", &[]);
        panel::properties(&mut self.xml, paragraph, place, &self.theme);
        // A label that Word cannot count is said in words.
        if number.is_none() && !label.trim().is_empty() {
            self.words(&plain(format!("{label}\u{a0}")));
        }
        self.words(words);
        self.xml.close();
    }

    fn fact(&mut self, fact: &Fact, place: Place) {
        self.open("Facts", &fact.text, place);
        self.toned(&fact.term, Tone::Soft);
        self.xml.open("w:r", &[]);
        self.xml.empty("w:tab", &[]);
        self.xml.close();
        self.words(&fact.text);
        self.xml.close();
    }

    /// A box that is ticked with a click in Word, and with a pen on paper.
    fn tick_box(&mut self, option: &str, place: Place) {
        const FONT: &str = "MS Gothic";
        self.open("TickBox", &[], place);
        self.boxes += 1;
        self.xml.open("w:sdt", &[]);
        self.xml.open("w:sdtPr", &[]);
        self.xml.value("w:alias", option);
        self.xml.value("w:id", &self.boxes.to_string());
        self.xml.open("w14:checkbox", &[]);
        self.xml.empty("w14:checked", &[("w14:val", "0")]);
        self.xml.empty("w14:checkedState", &[("w14:val", "2612"), ("w14:font", FONT)]);
        self.xml.empty("w14:uncheckedState", &[("w14:val", "2610"), ("w14:font", FONT)]);
        self.xml.close();
        self.xml.close();
        self.xml.open("w:sdtContent", &[]);
        self.xml.open("w:r", &[]);
        self.xml.open("w:rPr", &[]);
        self.xml.empty("w:rFonts", &[("w:ascii", FONT), ("w:eastAsia", FONT), ("w:hAnsi", FONT)]);
        self.xml.close();
        text(&mut self.xml, "☐");
        self.xml.close();
        self.xml.close();
        self.xml.close();
        self.words(&plain(format!(" {option}")));
        self.xml.close();
    }
}
