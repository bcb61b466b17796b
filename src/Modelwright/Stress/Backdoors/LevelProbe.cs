using Modelwright.Core.Data;

namespace Modelwright.Stress.Backdoors;

/// <summary>A value that is set in all rows to see what it does.</summary>
/// <param name="Cell">The value, a column of one row.</param>
/// <param name="Own">Rows at hand that have it; of a number without enough of them, those nearest to it.</param>
internal sealed record LevelProbe(Column Cell, int[] Own)
{
    /// <summary>The column.</summary>
    public string Column => Cell.Name;

    /// <summary>The value as a person writes it.</summary>
    public string Value => Cell.Format(0) ?? "no value";
}
