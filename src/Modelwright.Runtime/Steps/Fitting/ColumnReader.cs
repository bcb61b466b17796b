using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;

namespace Modelwright.Runtime.Steps.Fitting;

/// <summary>Reads what a step learned of one column.</summary>
internal delegate FittedColumn ColumnReader(string input, IReadOnlyList<string> outputs, IArtifactReader part);

/// <summary>Makes the columns that take the place of one.</summary>
internal delegate void ColumnMaker(int position, Column column, Span<Column> made);

/// <summary>Learns of one column; null leaves the column as it is.</summary>
internal delegate FittedColumn? ColumnFitter(Column column, FeatureNames names);

/// <summary>What readers of columns check.</summary>
internal static class ColumnCheck
{
    /// <summary>Throws unless a list in a file is as long as another asks for.</summary>
    internal static void Count(string step, string input, string what, int found, int wanted)
    {
        if (found != wanted)
        {
            throw new ArtifactException($"Step '{step}' holds {found} {what} for column '{input}', and needs {wanted}. Make the file again.");
        }
    }

    /// <summary>Throws unless a number in a file is finite.</summary>
    internal static double Finite(string step, string input, string what, double value) => double.IsFinite(value)
        ? value
        : throw new ArtifactException(FormattableString.Invariant($"Step '{step}' holds {what} {value} for column '{input}'; it must be finite. Make the file again."));
}
