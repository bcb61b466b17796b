namespace Modelwright.Runtime.Forms.Neighbors;

/// <summary>A way to find the points nearest to places. Safe from any thread.</summary>
internal interface IPointSearch
{
    /// <summary>The places of the points, point by point.</summary>
    float[] Values { get; }

    /// <summary>Finds them.</summary>
    /// <param name="places">Rows x axes.</param>
    /// <param name="most">Points a row, no more than there are.</param>
    /// <param name="keys">Rows x <paramref name="most"/>: filled with keys, nearest first; where fewer were found, the last are no points.</param>
    void Find(ReadOnlySpan<float> places, int most, Span<ulong> keys);
}
