namespace Modelwright.Segments;

/// <summary>What one set gave.</summary>
/// <param name="Set">Its name.</param>
/// <param name="Rows">Rows.</param>
/// <param name="Known">Numbers of segments of its labellings.</param>
/// <param name="Default">Mean adjusted Rand index over labellings of the default with the number given.</param>
/// <param name="Chosen">The method chosen for each labelling.</param>
/// <param name="Singles">The same index of each method alone.</param>
/// <param name="Found">Number of segments found where none was given.</param>
/// <param name="FoundBy">By which method.</param>
/// <param name="FoundRand">Mean adjusted Rand index then.</param>
/// <param name="Reason">Why, as a person reads it.</param>
/// <param name="Seconds">Seconds both took, without the single methods.</param>
internal sealed record SetResult(string Set, int Rows, int[] Known, double Default, string[] Chosen, SortedDictionary<string, double> Singles, int Found, string FoundBy, double FoundRand, string Reason, double Seconds)
{
    /// <summary>Whether the number found is one of those known.</summary>
    public bool IsExact => Known.Contains(Found);

    /// <summary>Whether the set has segments that a method can be asked for.</summary>
    public bool HasSegments => !double.IsNaN(Default);

    /// <summary>Whether a labelling has more than 4 segments.</summary>
    public bool HasMany => Known.Any(known => known > 4);

    /// <summary>Whether the number found is within 15 % of a known one above 4.</summary>
    public bool IsNear => Known.Any(known => known > 4 && Math.Abs(Found - known) <= 0.15 * known);
}
