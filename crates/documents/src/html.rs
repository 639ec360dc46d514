//! One self-contained HTML file: the same blocks, semantic, without scripts, for a screen of any width.

mod inline;
mod style;

use base64::{Engine, engine::general_purpose::STANDARD};

use crate::DocumentError;
use crate::block::{
    Block, Cell, Document, Figure, Icon, Inline, List, Pair, Picture, Style, Table, TextSize, Tone,
    join_words,
};
use crate::palette::Palette;
use crate::picture;
use crate::text;
use inline::{class, direction, escape, inlines, spoken};

/// Renders a document as one HTML file that loads nothing from elsewhere.
///
/// # Errors
/// A picture that cannot be read.
pub fn html(document: &Document) -> Result<String, DocumentError> {
    let mut page = Page { out: String::new(), palette: Palette::of(document), style: document.style };
    let (title, language) = (escape(&document.title), escape(&document.language));
    page.out.push_str("<!doctype html>\n");
    page.line(&format!("<html lang=\"{language}\">"));
    page.line("<head>");
    page.line("<meta charset=\"utf-8\">");
    page.line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    let policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
    page.line(&format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">"));
    page.line("<meta name=\"generator\" content=\"Pledgeboard\">");
    page.line(&format!("<title>{title}</title>"));
    page.line(&format!("<style>\n{}</style>", style::sheet(document.style, page.palette)));
    page.line("</head>");
    page.line("<body>");
    if let Some(header) = &document.header {
        page.line(&format!("<header class=\"marking\"><p>{}</p></header>", escape(header)));
    }
    page.line("<main>");
    page.blocks(&document.blocks)?;
    page.line("</main>");
    page.line(&format!("<footer><p>{}</p></footer>", escape(&document.footer)));
    page.line("</body>");
    page.line("</html>");
    Ok(page.out)
}

struct Page {
    out: String,
    palette: Palette,
    style: Style,
}

impl Page {
    fn line(&mut self, line: &str) {
        self.out.push_str(line);
        self.out.push('\n');
    }

    fn blocks(&mut self, blocks: &[Block]) -> Result<(), DocumentError> {
        blocks.iter().try_for_each(|block| self.block(block))
    }

    fn block(&mut self, block: &Block) -> Result<(), DocumentError> {
        match block {
            Block::Title { kicker, text, subtitle } => {
                if let Some(kicker) = kicker {
                    self.line(&format!("<p class=\"kicker\"{}>{}</p>", direction(kicker), spoken(kicker)));
                }
                self.line(&format!("<h1{}>{}</h1>", direction(text), spoken(text)));
                for line in subtitle {
                    self.line(&format!("<p class=\"soft\"{}>{}</p>", direction(line), spoken(line)));
                }
            }
            Block::Heading { level, text } => {
                let level = (*level).clamp(2, 4);
                self.line(&format!("<h{level}{}>{}</h{level}>", of(text), inlines(text)));
            }
            Block::Paragraph(paragraph) => {
                let class = match paragraph.size {
                    TextSize::Body => "",
                    TextSize::Lead => " class=\"lead\"",
                    TextSize::Small => " class=\"small\"",
                };
                self.line(&format!("<p{class}{}>{}</p>", of(&paragraph.text), inlines(&paragraph.text)));
            }
            Block::List(list) => self.list(list)?,
            Block::Table(table) => self.table(table),
            Block::Facts(facts) => {
                self.line("<dl>");
                for fact in facts {
                    let (term, words) = (spoken(&fact.term), inlines(&fact.text));
                    self.line(&format!("<div><dt>{term}</dt><dd{}>{words}</dd></div>", of(&fact.text)));
                }
                self.line("</dl>");
            }
            Block::Figure(figure) => self.figure(figure)?,
            Block::Pair(pair) => self.pair(pair),
            Block::Callout { tone, blocks } => self.within(&format!("callout {}", class(*tone)), blocks)?,
            Block::Together(blocks) => self.within("together", blocks)?,
            Block::WritingLines { label, count } => {
                self.line(&format!("<p class=\"write\">{}</p>", inlines(label)));
                for _ in 0..*count {
                    self.line("<div class=\"rule\"></div>");
                }
            }
            Block::TickBoxes { label, options } => {
                self.line(&format!("<p{}>{}</p>", of(label), inlines(label)));
                self.line("<ul class=\"ticks\">");
                for option in options {
                    self.line(&format!("<li>☐ {}</li>", spoken(option)));
                }
                self.line("</ul>");
            }
            Block::PageBreak => {}
        }
        Ok(())
    }

    fn within(&mut self, class: &str, blocks: &[Block]) -> Result<(), DocumentError> {
        self.line(&format!("<div class=\"{class}\">"));
        self.blocks(blocks)?;
        self.line("</div>");
        Ok(())
    }

    /// Labels are words of the document ("(a)", "13.1"), so they stand in the text; a bullet is the reader's own.
    fn list(&mut self, list: &List) -> Result<(), DocumentError> {
        let is_labelled = list.items.iter().any(|item| item.label != "•");
        let tag = if list.ordered { "ol" } else { "ul" };
        self.line(&format!("<{tag}{}>", if is_labelled { " class=\"labelled\"" } else { "" }));
        for item in &list.items {
            let label = escape(&item.label);
            let label =
                if is_labelled { format!("<span class=\"label\">{label}</span>") } else { String::new() };
            let first = text::blocks(item.blocks.get(..1).unwrap_or_default());
            self.line(&format!("<li{}>{label}<div>", direction(&first)));
            self.blocks(&item.blocks)?;
            self.line("</div></li>");
        }
        self.line(&format!("</{tag}>"));
        Ok(())
    }

    /// A table wider than the window scrolls by itself, by keyboard too.
    fn table(&mut self, table: &Table) {
        let summary = escape(&table.summary);
        self.line(&format!("<div class=\"scroll\" role=\"group\" aria-label=\"{summary}\" tabindex=\"0\">"));
        self.line("<table>");
        if !summary.is_empty() {
            self.line(&format!("<caption>{summary}</caption>"));
        }
        if !table.header.is_empty() {
            let cells: String = table
                .header
                .iter()
                .map(|cell| format!("<th scope=\"col\"{}>{}</th>", cell_direction(cell), words(cell)))
                .collect();
            self.line(&format!("<thead><tr>{cells}</tr></thead>"));
        }
        self.line("<tbody>");
        for row in &table.rows {
            let mut line = String::from("<tr>");
            for (index, cell) in row.cells.iter().enumerate() {
                let (words, direction) = (words(cell), cell_direction(cell));
                if index == 0 && table.row_headers {
                    line.push_str(&format!("<th scope=\"row\"{direction}>{words}</th>"));
                } else {
                    line.push_str(&format!("<td{direction}>{words}</td>"));
                }
            }
            self.line(&(line + "</tr>"));
        }
        self.line("</tbody>\n</table>\n</div>");
    }

    fn figure(&mut self, figure: &Figure) -> Result<(), DocumentError> {
        let alt = escape(&figure.alt);
        match &figure.picture {
            Picture::Icon(icon, tone) => {
                let drawn = self.icon(*icon, *tone, &alt);
                self.line(&drawn);
            }
            Picture::Image(bytes) => {
                picture::decode(bytes)?;
                let kind = if bytes.starts_with(b"\x89PNG") { "png" } else { "jpeg" };
                let data = STANDARD.encode(bytes);
                let height = figure.height / 11.0;
                let style = format!("height:{height:.2}em");
                self.line(&format!(
                    "<img alt=\"{alt}\" style=\"{style}\" src=\"data:image/{kind};base64,{data}\">"
                ));
            }
        }
        Ok(())
    }

    fn pair(&mut self, pair: &Pair) {
        self.line(&format!("<div class=\"pair {}\">", class(pair.tone)));
        let drawn = self.icon(pair.icon, pair.tone, &escape(pair.icon.alt));
        self.line(&format!("<div class=\"picture\">{drawn}</div>"));
        self.line("<div>");
        if let Some(label) = &pair.label {
            self.line(&format!("<p class=\"label\">{}</p>", spoken(label)));
        }
        for paragraph in &pair.paragraphs {
            self.line(&format!("<p{}>{}</p>", of(paragraph), inlines(paragraph)));
        }
        self.line("</div>\n</div>");
    }

    fn icon(&self, icon: Icon, tone: Tone, alt: &str) -> String {
        let (path, colour) = (escape(icon.path), self.palette.ink(tone).hex());
        let size = match self.style {
            Style::Children | Style::Poster => 46,
            Style::CareLeavers => 36,
            Style::Adult | Style::Large => 28,
        };
        format!(
            "<svg role=\"img\" aria-label=\"{alt}\" width=\"{size}\" height=\"{size}\" viewBox=\"0 0 24 24\" \
             fill=\"none\" stroke=\"#{colour}\" stroke-width=\"2\" stroke-linecap=\"round\" stroke-linejoin=\"round\">\
             <path d=\"{path}\"/></svg>"
        )
    }
}

/// A cell's paragraphs, one under the other.
fn words(cell: &Cell) -> String {
    match cell.paragraphs.as_slice() {
        [only] => inlines(only),
        several => several.iter().map(|it| format!("<p{}>{}</p>", of(it), inlines(it))).collect(),
    }
}

/// A cell of one paragraph reads as that does.
fn cell_direction(cell: &Cell) -> &'static str {
    match cell.paragraphs.as_slice() {
        [only] => of(only),
        _ => "",
    }
}

fn of(words: &[Inline]) -> &'static str {
    direction(&join_words(words))
}
