//! Which further figures of a table must be hidden so that none of the hidden ones can be worked out.
//!
//! The table with its totals is read as a network: a line of figures is a point (each row, each column, the row of
//! totals and the column of totals), a figure is the line between its row and its column. In every line the figures
//! add up to their total, so a hidden figure can have another value just if a change to it can be handed on round a
//! closed path of hidden figures. Where there is no such path, the cheapest one is hidden. (D. Gusfield, "A graph
//! theoretic approach to statistical data security", SIAM Journal on Computing 17, 1988.)

use super::{LARGEST_HIDDEN, Published, is_small};

/// A table with a last column of row totals and a last row of column totals.
pub(super) struct Totalled {
    counts: Vec<Vec<u32>>,
    hidden: Vec<Vec<bool>>,
}

/// The place of a figure: row, column.
type At = (usize, usize);

/// A point of the network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Line {
    Row(usize),
    Column(usize),
}

impl Totalled {
    pub(super) fn new(rows: &[Vec<u32>]) -> Self {
        let width = rows.iter().map(Vec::len).max().unwrap_or(0);
        let mut counts: Vec<Vec<u32>> = rows.to_vec();
        counts.push(vec![0; width]);
        for row in &mut counts {
            row.resize(width, 0);
        }
        let last = rows.len();
        for column in 0..width {
            counts[last][column] =
                super::sum(&counts[..last].iter().map(|row| row[column]).collect::<Vec<_>>());
        }
        for row in &mut counts {
            let total = super::sum(row);
            row.push(total);
        }
        let hidden = counts.iter().map(|row| row.iter().map(|count| is_small(*count)).collect()).collect();
        Self { counts, hidden }
    }

    /// Hides until nothing hidden can be worked out.
    pub(super) fn published(mut self) -> Vec<Vec<Published>> {
        loop {
            let given_away = self.places().find(|at| self.is_given_away(*at));
            let Some(path) = given_away.map(|at| self.cheapest_path(at)) else { break };
            let before = self.hidden.clone();
            for (row, column) in path {
                self.hidden[row][column] = true;
            }
            if self.hidden == before {
                break;
            }
        }
        let rows = self.counts.iter().zip(&self.hidden);
        rows.map(|(counts, hidden)| super::publish(counts, hidden)).collect()
    }

    fn places(&self) -> impl Iterator<Item = At> + '_ {
        let width = self.counts.first().map_or(0, Vec::len);
        (0..self.counts.len()).flat_map(move |row| (0..width).map(move |column| (row, column)))
    }

    fn is_given_away(&self, at: At) -> bool {
        self.hidden[at.0][at.1] && self.path(at, true, true).is_none() && self.path(at, false, true).is_none()
    }

    /// The figures of the closed path through `at` that costs least to hide.
    fn cheapest_path(&self, at: At) -> Vec<At> {
        let paths = [self.path(at, true, false), self.path(at, false, false)];
        let cheapest = paths.into_iter().flatten().min_by_key(|(cost, _)| *cost);
        // Failing all else, the three totals of the figure: all four can always rise together.
        let totals = || (self.counts.len() - 1, self.counts[at.0].len() - 1);
        cheapest.map_or_else(|| vec![(at.0, totals().1), (totals().0, at.1), totals()], |(_, path)| path)
    }

    /// The cheapest way to hand on a change at `at`, one more (`up`) or one fewer, back to where it began, and its
    /// cost. Over hidden figures only, or over any.
    fn path(&self, at: At, up: bool, hidden_only: bool) -> Option<(u32, Vec<At>)> {
        if !(if up { self.can_rise(at) } else { self.can_fall(at) }) {
            return None;
        }
        // A total counts against the others of its line, so one more in it is one fewer on the network.
        let forwards = up != self.is_margin(at);
        let (from, to) = if forwards {
            (Line::Column(at.1), Line::Row(at.0))
        } else {
            (Line::Row(at.0), Line::Column(at.1))
        };
        let mut reached: Vec<(Line, u32, Vec<At>)> = vec![(from, 0, vec![])];
        let mut settled: Vec<Line> = vec![];
        // The tables are small: the nearest point is looked for in the whole list.
        while let Some(nearest) = (0..reached.len()).min_by_key(|i| reached[*i].1) {
            let (line, cost, path) = reached.swap_remove(nearest);
            if line == to {
                return Some((cost, path));
            }
            if settled.contains(&line) {
                continue;
            }
            settled.push(line);
            for (next, by) in self.neighbours(line).filter(|(_, by)| *by != at) {
                let passable = self.may_pass(line, by) && (!hidden_only || self.hidden[by.0][by.1]);
                if passable && !settled.contains(&next) {
                    reached.push((next, cost + self.cost(by), [path.as_slice(), &[by]].concat()));
                }
            }
        }
        None
    }

    fn neighbours(&self, line: Line) -> Box<dyn Iterator<Item = (Line, At)> + '_> {
        match line {
            Line::Row(row) => {
                Box::new((0..self.counts[row].len()).map(move |column| (Line::Column(column), (row, column))))
            }
            Line::Column(column) => {
                Box::new((0..self.counts.len()).map(move |row| (Line::Row(row), (row, column))))
            }
        }
    }

    /// Whether the figure can take on the change when the path comes from this line.
    fn may_pass(&self, from: Line, by: At) -> bool {
        let rises = matches!(from, Line::Row(_)) != self.is_margin(by);
        if rises { self.can_rise(by) } else { self.can_fall(by) }
    }

    /// A hidden figure is known to be at least 1.
    fn can_fall(&self, (row, column): At) -> bool {
        self.counts[row][column] > 1
    }

    /// While nothing but small counts is hidden, somebody who sees that knows each to be 4 at most.
    fn can_rise(&self, (row, column): At) -> bool {
        self.counts[row][column] != LARGEST_HIDDEN || self.hides_large_ones()
    }

    fn hides_large_ones(&self) -> bool {
        self.places().any(|(row, column)| self.hidden[row][column] && !is_small(self.counts[row][column]))
    }

    fn is_margin(&self, (row, column): At) -> bool {
        (row + 1 == self.counts.len()) != (column + 1 == self.counts[row].len())
    }

    /// Noughts are the dearest to hide, then the grand total, then other totals, then larger counts.
    fn cost(&self, (row, column): At) -> u32 {
        if self.hidden[row][column] {
            return 0;
        }
        let totals =
            u32::from(row + 1 == self.counts.len()) + u32::from(column + 1 == self.counts[row].len());
        let count = self.counts[row][column];
        let nought = if count == 0 { 100_000 } else { 0 };
        1_000 + nought + totals * 1_500 + count.min(999)
    }
}
