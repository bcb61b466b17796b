using Modelwright.Core.Learning;

namespace Modelwright.Learners.Trees;

/// <summary>A column cut into at most 255 bins, one byte a row; made once and shared by all trees.</summary>
/// <param name="Input">The column as the form is to read it.</param>
/// <param name="Bins">The bin of each row; <see cref="Missing"/> where there is no value.</param>
/// <param name="Low">The smallest value of each bin; for categories the code.</param>
/// <param name="High">The largest value of each bin; for categories the code.</param>
internal sealed record BinnedColumn(FormInput Input, byte[] Bins, double[] Low, double[] High)
{
    /// <summary>The bin of missing values.</summary>
    public const byte Missing = 255;

    /// <summary>Bins a column has at most besides <see cref="Missing"/>.</summary>
    public const int Most = 255;

    /// <summary>Whether bins are levels.</summary>
    public bool IsCategory => Input.Type == Core.Data.ColumnType.Category;

    /// <summary>Bins besides <see cref="Missing"/>.</summary>
    public int Count => Low.Length;

    /// <summary>The number half way between two bins, so that every training value falls on its own side.</summary>
    public double Between(int left, int right)
    {
        var (low, high) = (High[left], Low[right]);
        var middle = (low / 2) + (high / 2);
        return middle >= low && middle < high ? middle : low;
    }

    /// <summary>A number drawn between two bins.</summary>
    /// <param name="left">The bin under it.</param>
    /// <param name="right">The bin over it.</param>
    /// <param name="share">From 0 to below 1.</param>
    public double Between(int left, int right, double share)
    {
        var (low, high) = (High[left], Low[right]);
        var drawn = (low * (1 - share)) + (high * share);
        return drawn >= low && drawn < high ? drawn : low;
    }
}
