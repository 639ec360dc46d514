//! The head that all documents for adults share.

use pledgeboard_domain::{Board, Meeting, wording};

use crate::block::{Block, Document, Fact, Figure, Picture, Style};
use crate::palette::Colour;

/// Points; the logo stands above the title.
const LOGO_HEIGHT: f64 = 38.0;

/// A document for adults with the council's name, a title and a footer.
pub fn adult(board: &Board, title: &str, about: &str, subtitle: Vec<String>) -> Document {
    let mut document = Document::new(format!("{title}, {about}"), Style::Adult);
    document.footer = format!("{} · {} · {about}", board.council, board.name);
    document.publisher.clone_from(&board.council);
    document.accent = Colour::accent(&board.colour);
    document.push(Block::Title { kicker: Some(board.council.clone()), text: title.to_owned(), subtitle });
    document
}

/// Puts the council's logo, a PNG or JPEG file, above all else.
pub fn add_logo(document: &mut Document, board: &Board, logo: Vec<u8>) {
    document.blocks.insert(0, self::logo(Picture::Image(logo), board));
}

/// The council's logo as a block.
pub(super) fn logo(picture: Picture, board: &Board) -> Block {
    Block::Figure(Figure { picture, alt: format!("{} logo", board.council), height: LOGO_HEIGHT })
}

/// When, where, and whether in public.
pub fn meeting_facts(meeting: &Meeting, closed_items: bool) -> Vec<Fact> {
    let time = match meeting.ends {
        Some(ends) => format!("{} to {}", wording::time(meeting.starts), wording::time(ends)),
        None => wording::time(meeting.starts),
    };
    let public = match (meeting.in_public, closed_items) {
        (true, false) => "In public. Anyone may come and listen.",
        (true, true) => {
            "In public, but for the items marked as not for publication. Anyone may come and listen."
        }
        (false, _) => "In private.",
    };
    vec![
        Fact::new("Date", wording::date(meeting.date)),
        Fact::new("Time", time),
        Fact::new("Place", meeting.place.as_str()),
        Fact::new("Public or private", public),
    ]
}

/// The meeting's own title, or the board's name.
pub fn name<'a>(board: &'a Board, meeting: &'a Meeting) -> &'a str {
    if meeting.title.trim().is_empty() { &board.name } else { &meeting.title }
}
