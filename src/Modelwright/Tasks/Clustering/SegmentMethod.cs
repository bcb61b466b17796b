namespace Modelwright.Tasks.Clustering;

/// <summary>A way to make segments, such as a learner with one setting of all but the number of segments.</summary>
/// <param name="Name">What it is called in the evidence.</param>
/// <param name="Setting">Its setting in words; empty where there is one only.</param>
/// <param name="Fit">
/// Fits once for each number wanted and labels the rows: one labelling a number, in their order (one in all where none is wanted),
/// each with one label a row to assign, from 0; -1 is noise. Fewer segments than wanted may come back.
/// </param>
internal sealed record SegmentMethod(string Name, string Setting, Func<SegmentFit, IReadOnlyList<int[]>> Fit)
{
    /// <summary>Whether it finds the number of segments itself.</summary>
    public bool FindsNumber { get; init; }

    /// <summary>Whether several numbers cost little more than one.</summary>
    public bool MakesManyAtOnce { get; init; }

    /// <summary>The seconds that a fit of so many rows to so many segments is thought to take.</summary>
    public Func<int, int, double> Seconds { get; init; } = (_, _) => 0;

    /// <summary>Name and setting.</summary>
    public string Title => Setting.Length == 0 ? Name : $"{Name} ({Setting})";
}
