//! An older copy of the board still holds what was removed since. It does not know the words, and nobody else does any
//! more: in each place the board's present value stands in for them, or nothing.

use pledgeboard_domain::{Removal, RemovedPlace};

use crate::{
    error::StoreError,
    open::Store,
    reading::Reading,
    records,
    writing::{Done, Stamp, Writing},
};

impl Store {
    /// Repeats in this older copy the removals of the `present` board that it does not have.
    ///
    /// # Errors
    /// As [`Store::wipe`], and when either cannot be read.
    pub async fn repeat_removals(&self, present: &mut Reading, stamp: Stamp) -> Result<Done, StoreError> {
        let mut write = self.write("repeat removals in an older copy", stamp).await?;
        write.cannot_be_undone();
        let known = write.all::<Removal>().await?;
        let mut missing = present.all::<Removal>().await?;
        missing.retain(|removal| known.iter().all(|it| it.id != removal.id));
        for removal in &mut missing {
            for place in &removal.places {
                write.repeat(place, present).await?;
            }
            // Who removed it may have joined the board later than this copy.
            if let Some(person) = removal.person_id
                && write.get::<pledgeboard_domain::Person>(person).await?.is_none()
            {
                removal.person_id = None;
            }
            write.insert(removal).await?;
            write.owe_a_wipe(removal.id).await?;
        }
        let done = write.commit().await?;
        self.wipe().await?;
        Ok(done)
    }
}

impl Writing {
    async fn repeat(&mut self, place: &RemovedPlace, present: &mut Reading) -> Result<(), StoreError> {
        let Some(kind) = records::kind(&place.kind) else { return Ok(()) };
        let there = present.fields(kind.table, place.record).await?;
        self.clear(place, there.as_ref()).await?;
        Ok(())
    }
}
