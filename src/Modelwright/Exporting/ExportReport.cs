using Modelwright.Runtime.Formulas;

namespace Modelwright.Exporting;

/// <summary>What became of an export.</summary>
/// <param name="Format">The format's name.</param>
/// <param name="Path">The file; null where nothing was written.</param>
/// <param name="ModelId">64 hexadecimal digits.</param>
public sealed record ExportReport(string Format, string? Path, string ModelId)
{
    /// <summary>The parts of the model that the format cannot say; nothing is written where there are any.</summary>
    public IReadOnlyList<FormulaGap> Gaps { get; init; } = [];

    /// <summary>Rows that the model and the export were both asked.</summary>
    public int Rows { get; init; }

    /// <summary>The largest difference of their answers: of probabilities as it is, of numbers as a share.</summary>
    public double LargestDifference { get; init; }

    /// <summary>How far they may be apart.</summary>
    public double Tolerance { get; init; }

    /// <summary>Rows whose class is another one, ties of probabilities apart.</summary>
    public int ChangedLabels { get; init; }

    /// <summary>Bytes of the file.</summary>
    public long Bytes { get; init; }

    /// <summary>What the model's answers have and the export has not, in sentences: intervals, sets.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Whether a file was written and answers as the model does.</summary>
    public bool IsWritten => Path is not null;
}
