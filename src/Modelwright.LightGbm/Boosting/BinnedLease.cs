using System.Runtime.CompilerServices;
using Modelwright.Core.Data;

namespace Modelwright.LightGbm.Boosting;

/// <summary>
/// The binned rows of a table for the time of one fit. A search fits many settings on one table, and binning can cost as
/// much as many rounds; so what a fit binned waits, as long as its table lives, for the next fit of that table.
/// </summary>
/// <remarks>No fit sees that: bins depend on nothing but the table and what is compared before they are used again.</remarks>
internal sealed class BinnedLease : IDisposable
{
    // Larger ones are made anew, so that a table kept for long does not keep much native memory.
    private const long MostKeptCells = 256_000_000;

    private static readonly ConditionalWeakTable<Table, Slot> Slots = [];

    private readonly Slot? _slot;

    private BinnedLease(Slot? slot, BinnedTable binned) => (_slot, Binned) = (slot, binned);

    /// <summary>For this fit alone until the lease is disposed.</summary>
    internal BinnedTable Binned { get; }

    /// <summary>Takes what waits for a table if it fits, or bins it.</summary>
    internal static BinnedLease Take(Table table, Func<BinnedTable, bool> fits, Func<BinnedTable> bin)
    {
        var slot = (long)table.RowCount * table.Columns.Count <= MostKeptCells ? Slots.GetOrCreateValue(table) : null;
        var kept = slot?.Take();
        if (kept is not null && fits(kept))
        {
            return new(slot, kept);
        }

        kept?.Dispose();
        return new(slot, bin());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_slot is null)
        {
            Binned.Dispose();
        }
        else
        {
            _slot.Put(Binned);
        }
    }

    /// <summary>Holds at most one; its native memory is freed by finalizers once the table is gone.</summary>
    private sealed class Slot
    {
        private BinnedTable? _kept;

        internal BinnedTable? Take() => Interlocked.Exchange(ref _kept, null);

        internal void Put(BinnedTable binned) => Interlocked.Exchange(ref _kept, binned)?.Dispose();
    }
}
