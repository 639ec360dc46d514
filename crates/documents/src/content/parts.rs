//! A report for children is never longer than they will read: beyond that it is given in parts.

use pledgeboard_domain::Board;

use super::children;
use crate::block::{Block, Document};
use crate::{DocumentError, page_count};

/// Pages, from the UK government's guidance on easy read.
pub const LONGEST: usize = 24;

/// Closes a report with whom to talk to and its hard words; in as many parts as it takes, each whole in itself.
///
/// # Errors
/// As for laying a document out.
pub fn closed_in_parts(open: &Document, board: &Board) -> Result<Vec<Document>, DocumentError> {
    let whole = part(open, open.blocks.get(1..).unwrap_or_default(), board);
    if page_count(&whole)? <= LONGEST {
        return Ok(vec![whole]);
    }
    let mut bodies: Vec<Vec<Block>> = vec![Vec::new()];
    for section in sections(open.blocks.get(1..).unwrap_or_default()) {
        if fits(open, bodies.last(), section, board)? {
            extend(&mut bodies, section);
        } else if fits(open, None, section, board)? {
            bodies.push(section.to_vec());
        } else {
            split(open, &mut bodies, section, board)?;
        }
    }
    let count = bodies.len();
    let named = bodies.iter().enumerate().map(|(index, body)| {
        let mut document = part(open, body, board);
        document.title = format!("{}, part {} of {count}", document.title, index + 1);
        if let Some(Block::Title { subtitle, .. }) = document.blocks.first_mut() {
            subtitle.push(format!("Part {} of {count}", index + 1));
        }
        document
    });
    Ok(named.collect())
}

/// A section of its own longer than a part: cut between its blocks, its heading repeated.
fn split(
    open: &Document,
    bodies: &mut Vec<Vec<Block>>,
    section: &[Block],
    board: &Board,
) -> Result<(), DocumentError> {
    let leads = section.iter().take_while(|block| is_lead(block)).count();
    let (head, mut rest) = section.split_at(leads);
    while !rest.is_empty() {
        // The most blocks that fit; one goes in even where it is too long.
        let (mut most, mut too_many) = (1, rest.len() + 1);
        while too_many - most > 1 {
            let middle = usize::midpoint(most, too_many);
            let tried = [head, rest.get(..middle).unwrap_or_default()].concat();
            if fits(open, None, &tried, board)? {
                most = middle;
            } else {
                too_many = middle;
            }
        }
        let (taken, left) = rest.split_at(most);
        bodies.push([head, taken].concat());
        rest = left;
    }
    bodies.retain(|body| !body.is_empty());
    Ok(())
}

fn part(open: &Document, body: &[Block], board: &Board) -> Document {
    let title = open.blocks.iter().take(1).cloned();
    // The title stands at the head of a page anyway.
    let body = body.iter().skip_while(|block| matches!(block, Block::PageBreak)).cloned();
    let mut document = Document { blocks: title.chain(body).collect(), ..open.clone() };
    children::close(&mut document, board);
    document
}

fn fits(
    open: &Document,
    before: Option<&Vec<Block>>,
    section: &[Block],
    board: &Board,
) -> Result<bool, DocumentError> {
    let body = [before.map(Vec::as_slice).unwrap_or_default(), section].concat();
    Ok(page_count(&part(open, &body, board))? <= LONGEST)
}

fn extend(bodies: &mut [Vec<Block>], section: &[Block]) {
    if let Some(body) = bodies.last_mut() {
        body.extend_from_slice(section);
    }
}

fn is_lead(block: &Block) -> bool {
    matches!(block, Block::PageBreak | Block::Heading { .. })
}

/// From one main heading or page break to the next.
fn sections(blocks: &[Block]) -> impl Iterator<Item = &[Block]> {
    blocks.chunk_by(|before, next| match next {
        Block::PageBreak => false,
        Block::Heading { level: 2, .. } => matches!(before, Block::PageBreak),
        _ => true,
    })
}
