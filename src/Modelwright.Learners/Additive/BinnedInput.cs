using Modelwright.Core.Data;
using Modelwright.Core.Learning;

namespace Modelwright.Learners.Additive;

/// <summary>A column cut into bins; made once and shared by all bags. Bin 0 is that of missing values and of rare levels.</summary>
/// <param name="Input">The column as the form is to read it.</param>
/// <param name="Bins">The bin of each row, padded with 0.</param>
/// <param name="Edges">Of a number: the thresholds between bins 1, 2 and so on.</param>
/// <param name="Count">Number of bins, bin 0 among them.</param>
internal sealed record BinnedInput(FormInput Input, ushort[] Bins, double[] Edges, int Count)
{
    /// <summary>Whether bins are levels.</summary>
    public bool IsCategory => Input.Type == ColumnType.Category;

    /// <summary>Cuts a column.</summary>
    /// <param name="column">A number or a category.</param>
    /// <param name="target">The target.</param>
    /// <param name="most">Bins at most besides bin 0.</param>
    public static BinnedInput Of(Column column, BoostTarget target, int most) => column is NumberColumn numbers
        ? NumberCuts.Of(numbers, target.Padded, most)
        : LevelBins.Of((CategoryColumn)column, target, most);
}
