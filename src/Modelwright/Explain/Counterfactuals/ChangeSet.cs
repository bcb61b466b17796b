namespace Modelwright.Explain.Counterfactuals;

/// <summary>Values for some of the columns that may change.</summary>
/// <param name="Columns">Places of the columns, ascending.</param>
/// <param name="Values">The value of each.</param>
internal sealed record ChangeSet(int[] Columns, double[] Values)
{
    internal static ChangeSet None { get; } = new([], []);

    /// <summary>How far the answer is beyond the goal.</summary>
    internal double Margin { get; init; }

    internal double Size(MutableColumn[] columns) => Columns.Select((column, place) => columns[column].Size(Values[place])).Sum();

    /// <summary>The same with one column more.</summary>
    internal ChangeSet With(int column, double value)
    {
        var place = ~Array.BinarySearch(Columns, column);
        return new([.. Columns[..place], column, .. Columns[place..]], [.. Values[..place], value, .. Values[place..]]);
    }

    /// <summary>The same with another value in one place.</summary>
    internal ChangeSet At(int place, double value) => this with { Values = [.. Values[..place], value, .. Values[(place + 1)..]] };
}
