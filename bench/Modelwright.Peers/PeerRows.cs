using Modelwright.Core.Data;
using Modelwright.Quality.Sets;
using Modelwright.Sources;

namespace Modelwright.Peers;

/// <summary>The rows of adult, apart for training and test, as both sides get them.</summary>
/// <param name="Training">All training rows with their target.</param>
/// <param name="Test">Test rows, the first of them.</param>
/// <param name="Target">The column that is asked for.</param>
internal sealed record PeerRows(Table Training, Table Test, string Target)
{
    /// <summary>Reads the set, split as its first repeat is.</summary>
    /// <param name="set">The set.</param>
    /// <param name="most">The most test rows to keep.</param>
    internal static async Task<PeerRows> ReadAsync(DataSet set, int most)
    {
        var rows = (await Table.ReadAsync(set.File).ConfigureAwait(false)).Without(set.Dropped);
        var test = set.TestRows(repeat: 0);
        var isTest = test.ToHashSet();
        return new(
            rows.Take([.. Enumerable.Range(0, rows.RowCount).Where(row => !isTest.Contains(row))]),
            rows.Take(test.AsSpan(0, Math.Min(most, test.Length))),
            set.Target);
    }
}
