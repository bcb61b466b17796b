using Modelwright.Stress.Attacks.Rows;

namespace Modelwright.Stress.Attacks.Searches;

/// <summary>The numbers of a row that can be changed, as a point in units of cost, for attacks that move in all directions at once.</summary>
internal sealed class NumberPoint(AttackedRow row)
{
    private readonly int[] _places = [.. Enumerable.Range(0, row.Columns.Length).Where(place => row.Columns[place].IsNumber)];

    /// <summary>How many there are.</summary>
    public int Count => _places.Length;

    /// <summary>What can be done to one of them.</summary>
    public NumberReach Reach(int axis) => row.Columns[_places[axis]].Reach;

    /// <summary>Where a change has moved them, in units of cost.</summary>
    public double[] Of(RowChange change) => [.. Enumerable.Range(0, Count).Select(axis => change[_places[axis]] is { } cell ? (cell.Number - Reach(axis).Own) * Reach(axis).Unit : 0)];

    /// <summary>A change with the numbers at a point, as near to it as the threat allows, and all else as it is.</summary>
    public RowChange At(RowChange change, double[] point)
    {
        for (var axis = 0; axis < Count; axis++)
        {
            var reach = Reach(axis);
            change = change.With(_places[axis], new(reach.Toward(reach.Own + (point[axis] / reach.Unit)), null));
        }

        return row.Changed.Cleaned(change);
    }
}
