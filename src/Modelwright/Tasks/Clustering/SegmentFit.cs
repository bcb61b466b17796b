namespace Modelwright.Tasks.Clustering;

/// <summary>What a method is asked to do.</summary>
/// <param name="FitRows">Rows of the points it may learn from, ascending.</param>
/// <param name="AssignRows">Rows it is to label then, ascending.</param>
/// <param name="Clusters">Numbers of segments wanted, each 2 or more; none for a method that finds the number itself.</param>
/// <param name="Seed">The only origin of chance.</param>
/// <param name="Cancellation">Asks to end at once.</param>
internal sealed record SegmentFit(int[] FitRows, int[] AssignRows, IReadOnlyList<int> Clusters, int Seed, CancellationToken Cancellation);
