//! What a reader meets in a document: its headings, lists, tables, pictures and words; from its blocks, and from what
//! LibreOffice makes of the Word file, in its own flat format (OpenDocument 1.3).

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use pledgeboard_documents::block::{Block, Cell, Document, Inline, Table, join_words};

#[derive(Debug, Default, PartialEq, Eq)]
pub struct Seen {
    pub headings: Vec<(u8, String)>,
    /// The first paragraph of each item.
    pub items: Vec<String>,
    /// How many of the rows are headings that repeat, and the words of each cell.
    pub tables: Vec<(usize, Vec<Vec<String>>)>,
    pub pictures: Vec<String>,
    /// Every word in the order of reading, but for the labels of lists, which no reader of files writes out.
    pub words: String,
}

pub fn in_blocks(document: &Document) -> Seen {
    let mut seen = Seen::default();
    seen.blocks(&document.blocks);
    seen.words = tidy(&seen.words);
    seen
}

impl Seen {
    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Title { kicker, text, subtitle } => {
                    self.say(kicker.as_deref().unwrap_or_default());
                    self.heading(1, text);
                    subtitle.iter().for_each(|line| self.say(line));
                }
                Block::Heading { level, text } => self.heading(*level, &join_words(text)),
                Block::Paragraph(paragraph) => self.say(&join_words(&paragraph.text)),
                Block::List(list) => {
                    for item in &list.items {
                        let first = match item.blocks.first() {
                            Some(Block::Paragraph(paragraph)) => join_words(&paragraph.text),
                            _ => String::new(),
                        };
                        self.items.push(tidy(&first));
                        self.blocks(&item.blocks);
                    }
                }
                Block::Table(table) => self.table(table),
                Block::Facts(facts) => facts.iter().for_each(|fact| {
                    self.say(&fact.term);
                    self.say(&join_words(&fact.text));
                }),
                Block::Figure(figure) => self.pictures.push(figure.alt.clone()),
                Block::Pair(pair) => {
                    self.pictures.push(pair.icon.alt.to_owned());
                    let words =
                        pair.label.iter().cloned().chain(pair.paragraphs.iter().map(|it| join_words(it)));
                    let words = words.collect::<Vec<_>>().join(" ");
                    self.say(&words);
                    self.tables.push((0, vec![vec![String::new(), tidy(&words)]]));
                }
                Block::Callout { blocks, .. } | Block::Together(blocks) => self.blocks(blocks),
                Block::WritingLines { label, .. } => self.say(&join_words(label)),
                Block::TickBoxes { label, options } => {
                    self.say(&join_words(label));
                    options.iter().for_each(|option| self.say(&format!("☐ {option}")));
                }
                Block::PageBreak => {}
            }
        }
    }

    fn heading(&mut self, level: u8, words: &str) {
        self.headings.push((level, tidy(words)));
        self.say(words);
    }

    fn table(&mut self, table: &Table) {
        let words = |cell: &Cell| {
            let lines: Vec<String> = cell.paragraphs.iter().map(|it: &Vec<Inline>| join_words(it)).collect();
            tidy(&lines.join(" "))
        };
        let head = (!table.header.is_empty()).then_some(&table.header);
        let rows = head.into_iter().chain(table.rows.iter().map(|row| &row.cells));
        let rows: Vec<Vec<String>> = rows.map(|row| row.iter().map(words).collect()).collect();
        rows.iter().flatten().for_each(|cell| self.say(cell));
        self.tables.push((usize::from(head.is_some()), rows));
    }

    fn say(&mut self, words: &str) {
        self.words.push_str(words);
        self.words.push(' ');
    }
}

pub fn in_flat_open_document(xml: &str) -> Seen {
    let mut reading = Reading::default();
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event().unwrap() {
            Event::Start(element) => reading.start(&element),
            Event::Empty(element) => {
                reading.start(&element);
                reading.end(element.name().as_ref());
            }
            Event::End(element) => reading.end(element.name().as_ref()),
            Event::Text(text) => reading.text(&text.xml10_content()),
            Event::GeneralRef(reference) => {
                let entity = reference.into_inner();
                let letter = match entity.as_ref() {
                    "amp" => "&",
                    "lt" => "<",
                    "gt" => ">",
                    "quot" => "\"",
                    "apos" => "'",
                    other => panic!("an entity that is not known: {other}"),
                };
                reading.text(letter);
            }
            Event::Eof => break,
            _ => {}
        }
    }
    let mut seen = reading.seen;
    seen.words = tidy(&seen.words);
    seen
}

#[derive(Default)]
struct Reading {
    seen: Seen,
    open: Vec<String>,
    /// The heading that is being read.
    heading: Option<(u8, String)>,
    /// For each list item around: whether its first paragraph is still to come, and its words.
    items: Vec<(bool, usize)>,
    /// For each table around: what it is so far.
    tables: Vec<(usize, Vec<Vec<String>>)>,
    said: Option<String>,
}

impl Reading {
    fn start(&mut self, element: &BytesStart<'_>) {
        let name = element.name().as_ref().to_owned();
        let attribute = |wanted: &str| {
            let found = element.attributes().flatten().find(|it| it.key.as_ref() == wanted)?;
            Some(found.value.as_ref().to_owned())
        };
        self.open.push(name.clone());
        if !self.in_body() {
            return;
        }
        match name.as_str() {
            "text:h" => {
                let level = attribute("text:outline-level").and_then(|it| it.parse().ok()).unwrap_or(0);
                self.heading = Some((level, String::new()));
            }
            "text:list-item" => {
                self.seen.items.push(String::new());
                self.items.push((true, self.seen.items.len() - 1));
            }
            "table:table" => self.tables.push((0, Vec::new())),
            "table:table-row" => {
                let heads = self.open.iter().any(|it| it == "table:table-header-rows");
                if let Some((headings, rows)) = self.tables.last_mut() {
                    *headings += usize::from(heads);
                    rows.push(Vec::new());
                }
            }
            "table:table-cell" => {
                if let Some(row) = self.tables.last_mut().and_then(|it| it.1.last_mut()) {
                    row.push(String::new());
                }
            }
            "svg:title" | "svg:desc" => self.said = Some(String::new()),
            "text:s" => {
                let count = attribute("text:c").and_then(|it| it.parse().ok()).unwrap_or(1);
                self.text(&" ".repeat(count));
            }
            "text:tab" | "text:line-break" => self.text(" "),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        if self.in_body() {
            match name {
                "text:h" => {
                    let (level, words) = self.heading.take().unwrap_or_default();
                    self.seen.headings.push((level, tidy(&words)));
                    self.text(" ");
                }
                "text:p" => {
                    self.text(" ");
                    if let Some((first, _)) = self.items.last_mut() {
                        *first = false;
                    }
                }
                "text:list-item" => {
                    // An item that only holds a list is that list's indent.
                    match self.items.pop() {
                        Some((true, at)) => drop(self.seen.items.remove(at)),
                        Some((false, at)) => self.seen.items[at] = tidy(&self.seen.items[at]),
                        None => {}
                    }
                }
                "table:table" => {
                    let (heads, mut rows) = self.tables.pop().unwrap_or_default();
                    rows.iter_mut().flatten().for_each(|cell| *cell = tidy(cell));
                    self.seen.tables.push((heads, rows));
                }
                "svg:title" | "svg:desc" => {
                    let said = self.said.take().unwrap_or_default();
                    if !said.starts_with("Picture ") {
                        self.seen.pictures.push(said);
                    }
                }
                _ => {}
            }
        }
        self.open.pop();
    }

    fn text(&mut self, words: &str) {
        if !self.in_body() {
            return;
        }
        if let Some(said) = &mut self.said {
            said.push_str(words);
            return;
        }
        // Line feeds between elements are no words.
        let inside = self.open.iter().any(|it| it == "text:p" || it == "text:h");
        let picture = self.open.last().is_some_and(|it| it == "office:binary-data");
        if !inside || picture {
            return;
        }
        self.seen.words.push_str(words);
        if let Some((_, heading)) = &mut self.heading {
            heading.push_str(words);
        }
        if let Some((true, at)) = self.items.last() {
            self.seen.items[*at].push_str(words);
        }
        if let Some(cell) =
            self.tables.last_mut().and_then(|it| it.1.last_mut()).and_then(|row| row.last_mut())
        {
            cell.push_str(words);
        }
    }

    fn in_body(&self) -> bool {
        self.open.iter().any(|it| it == "office:text")
    }
}

/// One space between words, none at the ends.
pub fn tidy(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
