using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Neighbors;

namespace Modelwright.Runtime.Tests.Forms;

/// <summary>Small forms of neighbours: six points on a line that 'Tenure' runs along, a second axis 'Age' that counts a tenth.</summary>
internal static class NeighborForms
{
    internal static readonly FormInput[] Inputs = [new("Tenure", ColumnType.Number, []), new("Age", ColumnType.Number, [])];

    /// <summary>Two trees of two leaves: one cuts between points 2 and 3, the other sets every second point aside.</summary>
    internal static PointForest Forest { get; } = new(1, [0, 1, 2, 3, 4, 5, 0, 2, 4, 1, 3, 5], [0, 0], [5, 1], [0, 0.25f]);

    internal static NeighborPoints Points(NeighborMetric metric = NeighborMetric.Euclidean, PointForest? forest = null) =>
        new(new(Inputs, [10, 40], [1, 0.1], metric), [0, 0, 1, 0, 2, 0, 3, 0, 4, 0, 5, 0], 6) { Forest = forest, Candidates = 3 };

    internal static NumberNeighborsForm Numbers(NeighborMetric metric = NeighborMetric.Euclidean, PointForest? forest = null, NeighborSettings? settings = null) =>
        new(new(Points(metric, forest)), new([1, 1, 2, 1, 1, 1], [10, 20, 30, 40, 50, 60]), settings ?? new(3, NeighborVote.Distance));

    internal static ClassNeighborsForm Classes(NeighborSettings? settings = null) => new(
        new(Points()), new([1, 1, 2, 1, 1, 1], [0, 1, 0, 1, 1, 1, 0], [1, 1, 1, 3, 1, 1, 1], [0.25, 0.25]), ["no", "yes"], settings ?? new(3, NeighborVote.Uniform));

    internal static Table Row(double tenure, double age = 40) => new([new NumberColumn("Tenure", [tenure]), new NumberColumn("Age", [age])]);
}
