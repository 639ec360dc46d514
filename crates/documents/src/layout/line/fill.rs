//! Filling lines, first fit; a word longer than a line is cut between its letters.

use std::rc::Rc;

use super::piece::{Piece, Segment};
use crate::fonts::{Cluster, Shaped};

pub fn fill(segments: Vec<Segment>, width: f64) -> Vec<Vec<Piece>> {
    let mut lines = Vec::new();
    let mut line: Vec<Piece> = Vec::new();
    let mut used = 0.0;
    for segment in segments {
        let wanted: f64 = segment.pieces.iter().map(Piece::width).sum();
        if !line.is_empty() && used + wanted > width {
            lines.push(std::mem::take(&mut line));
            used = 0.0;
        }
        if wanted > width {
            for piece in segment.pieces.into_iter().flat_map(letters) {
                if !line.is_empty() && used + piece.width() > width {
                    lines.push(std::mem::take(&mut line));
                    used = 0.0;
                }
                used += piece.width();
                join(&mut line, piece);
            }
        } else {
            used += wanted;
            line.extend(segment.pieces);
        }
        used += segment.gap.iter().map(Piece::width).sum::<f64>();
        line.extend(segment.gap);
        if segment.ends_line {
            lines.push(std::mem::take(&mut line));
            used = 0.0;
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    // A text that ends in a line break has no empty line after it.
    while lines.last().is_some_and(Vec::is_empty) {
        lines.pop();
    }
    lines
}

/// One piece for each letter, in the order of reading.
fn letters(piece: Piece) -> Vec<Piece> {
    if piece.pill {
        return vec![piece];
    }
    let alone = |cluster: &Cluster| {
        let width = cluster.glyphs.iter().map(|glyph| glyph.advance).sum();
        let shaped = Shaped { clusters: vec![cluster.clone()], width, ..*piece.shaped };
        Piece { shaped: Rc::new(shaped), ..piece.clone() }
    };
    let letters = piece.shaped.clusters.iter().map(alone);
    if piece.shaped.right_to_left { letters.rev().collect() } else { letters.collect() }
}

/// Adds a letter to the piece before it, where they are of one look.
fn join(line: &mut Vec<Piece>, piece: Piece) {
    if let Some(last) = line.last_mut()
        && last.node == piece.node
        && last.shaped.face == piece.shaped.face
        && last.level == piece.level
        && !last.pill
        && !last.space
    {
        let mut shaped = (*last.shaped).clone();
        shaped.width += piece.shaped.width;
        // Clusters stand from left to right, whichever way they read.
        let at = if shaped.right_to_left { 0 } else { shaped.clusters.len() };
        shaped.clusters.splice(at..at, piece.shaped.clusters.iter().cloned());
        last.shaped = Rc::new(shaped);
        return;
    }
    line.push(piece);
}
