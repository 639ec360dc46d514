//! Where a page has room for its number, whichever way up it is shown and however large it is.

use kurbo::{Affine, Rect, Size};
use lopdf_packs::{Dictionary, Document, Object};

use super::marks::Marks;
use super::paper::array;

/// The width of an A4 page, for which sizes are meant; points.
const USUAL: f64 = 595.0;
/// From the edge of the page: nearer, many printers do not print.
const FROM_EDGE: f64 = 12.0;

/// A place in a margin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    top: bool,
    /// From the left: 0, 1 or 2.
    third: u8,
}

/// For the number of the page; the first that is free.
pub const NUMBER: [Spot; 6] = [
    Spot { top: false, third: 2 },
    Spot { top: false, third: 1 },
    Spot { top: true, third: 2 },
    Spot { top: false, third: 0 },
    Spot { top: true, third: 1 },
    Spot { top: true, third: 0 },
];
/// For what must stand at the head of a page.
pub const MARKING: [Spot; 3] =
    [Spot { top: true, third: 1 }, Spot { top: true, third: 0 }, Spot { top: true, third: 2 }];

/// What is seen of a page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sheet {
    /// In the page's own coordinates.
    seen: Rect,
    /// Quarters of a turn, clockwise.
    turns: i64,
    scale: f64,
}

impl Sheet {
    pub fn of(file: &Document, page: &Dictionary) -> Self {
        let whole = area(file, page, b"MediaBox").unwrap_or(Rect::new(0.0, 0.0, USUAL, 842.0));
        let cropped = area(file, page, b"CropBox").map(|crop| crop.intersect(whole));
        let seen = cropped.filter(|crop| crop.width() > 1.0 && crop.height() > 1.0).unwrap_or(whole);
        let number =
            |key| page.get(key).and_then(|it| file.dereference(it)).and_then(|(_, it)| it.as_float());
        #[expect(clippy::cast_possible_truncation, reason = "a turn is a small number")]
        let turns = (number(b"Rotate").unwrap_or(0.0) / 90.0).round() as i64;
        let unit = number(b"UserUnit").map_or(1.0, f64::from).max(0.01);
        let scale = (seen.width().min(seen.height()) * unit / USUAL).clamp(0.6, 4.0) / unit;
        Self { seen, turns: turns.rem_euclid(4), scale }
    }

    /// As it is shown.
    fn size(&self) -> Size {
        let Size { width, height } = self.seen.size();
        if self.turns % 2 == 0 { Size::new(width, height) } else { Size::new(height, width) }
    }

    /// From the page as it is shown, its lower left corner at nought, to the page's own coordinates.
    fn turned(&self) -> Affine {
        let Rect { x0, y0, x1, y1 } = self.seen;
        match self.turns {
            0 => Affine::translate((x0, y0)),
            1 => Affine::new([0.0, 1.0, -1.0, 0.0, x1, y0]),
            2 => Affine::new([-1.0, 0.0, 0.0, -1.0, x1, y1]),
            _ => Affine::new([0.0, -1.0, 1.0, 0.0, x0, y1]),
        }
    }

    /// Puts something of a size into the first free spot, which is then taken.
    pub fn place(&self, marks: &mut Marks, size: Size, spots: &[Spot]) -> Affine {
        let fits = |spot: &&Spot| {
            let area = self.at(**spot, size).1;
            !marks.areas.iter().any(|mark| !self.is_ground(*mark) && touch(*mark, area))
        };
        let spot = spots.iter().find(fits).or(spots.first()).copied().unwrap_or(NUMBER[0]);
        let (turn, area) = self.at(spot, size);
        marks.areas.push(area);
        turn
    }

    fn at(&self, spot: Spot, size: Size) -> (Affine, Rect) {
        let page = self.size();
        let scale = self.scale.min(page.width * 0.9 / size.width);
        let (width, height) = (size.width * scale, size.height * scale);
        let edge = FROM_EDGE * self.scale;
        let room = (page.width - 2.0 * edge - width).max(0.0);
        let right = edge + room * f64::from(spot.third) / 2.0;
        let up = if spot.top { page.height - edge * 0.7 - height } else { edge * 0.7 };
        let turn = self.turned() * Affine::translate((right, up)) * Affine::scale(scale);
        (turn, turn.transform_rect_bbox(Rect::from_origin_size((0.0, 0.0), size)))
    }

    /// A ground or a scanned page lies beneath everything.
    fn is_ground(&self, mark: Rect) -> bool {
        mark.width() > self.seen.width() * 0.8 && mark.height() > self.seen.height() * 0.5
    }
}

fn touch(one: Rect, other: Rect) -> bool {
    one.x0 < other.x1 && other.x0 < one.x1 && one.y0 < other.y1 && other.y0 < one.y1
}

fn area(file: &Document, page: &Dictionary, key: &[u8]) -> Option<Rect> {
    let number = |at: usize| {
        let (_, number) = file.dereference(array(file, page, key)?.get(at)?).ok()?;
        match number {
            Object::Integer(number) => Some(f64::from(i32::try_from(*number).ok()?)),
            Object::Real(number) => Some(f64::from(*number)),
            _ => None,
        }
    };
    Some(Rect::new(number(0)?, number(1)?, number(2)?, number(3)?).abs())
}

#[cfg(test)]
mod tests {
    use kurbo::Point;

    use super::*;

    fn sheet(turns: i64) -> Sheet {
        Sheet { seen: Rect::new(100.0, 50.0, 700.0, 850.0), turns, scale: 1.0 }
    }

    #[test]
    fn the_lower_right_corner_is_found_whichever_way_up_the_page_is() {
        let size = Size::new(80.0, 13.0);
        for (turns, corner) in
            [(0, (700.0, 50.0)), (1, (700.0, 850.0)), (2, (100.0, 850.0)), (3, (100.0, 50.0))]
        {
            let turn = sheet(turns).place(&mut Marks::default(), size, &NUMBER);
            let at = turn * Point::new(size.width, 0.0);
            assert!(at.distance(corner.into()) < 20.0, "{turns}: {at:?}");
        }
    }

    #[test]
    fn a_taken_spot_is_left_alone_and_a_ground_is_not_in_the_way() {
        let size = Size::new(80.0, 13.0);
        let mut marks = Marks::default();
        marks.areas.push(Rect::new(100.0, 50.0, 700.0, 850.0));
        let free = sheet(0).place(&mut marks, size, &NUMBER);
        let next = sheet(0).place(&mut marks, size, &NUMBER);
        assert!((free * Point::ORIGIN).x > (next * Point::ORIGIN).x, "the second goes to the middle");
    }
}
