using System.Runtime.Intrinsics;
using Modelwright.Core.Errors;

namespace Modelwright.Measures.Segments;

/// <summary>Rows as points in space: numbers without gaps, already on scales that may be compared. Immutable; safe from any thread.</summary>
internal sealed class PointMatrix
{
    private readonly double[] _values;

    /// <summary>Takes the values over.</summary>
    /// <param name="values">Rows x columns, row after row; finite.</param>
    /// <param name="columns">Numbers a row, 1 or more.</param>
    /// <exception cref="DataException">The values are no whole number of rows, or one is missing or infinite.</exception>
    public PointMatrix(double[] values, int columns)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        if (values.Length % columns != 0)
        {
            throw new DataException($"{values.Length} values are no whole number of rows of {columns} columns. Give every row one value a column.");
        }

        var wrong = Array.FindIndex(values, value => !double.IsFinite(value));
        if (wrong >= 0)
        {
            throw new DataException($"Row {(wrong / columns) + 1}, column {(wrong % columns) + 1}: a point cannot have the value {values[wrong]}. Fill missing values and leave infinite ones out first.");
        }

        (_values, Columns, Rows) = (values, columns, values.Length / columns);
    }

    /// <summary>Numbers a row.</summary>
    public int Columns { get; }

    /// <summary>Number of points.</summary>
    public int Rows { get; }

    /// <summary>The place of a row.</summary>
    /// <param name="row">0-based row.</param>
    /// <returns>One number a column.</returns>
    public ReadOnlySpan<double> Row(int row) => _values.AsSpan(row * Columns, Columns);

    /// <summary>Some of the rows.</summary>
    /// <param name="rows">0-based rows in the order wanted.</param>
    /// <returns>A copy of them.</returns>
    public PointMatrix Take(ReadOnlySpan<int> rows)
    {
        var taken = new double[rows.Length * Columns];
        for (var place = 0; place < rows.Length; place++)
        {
            Row(rows[place]).CopyTo(taken.AsSpan(place * Columns, Columns));
        }

        return new(taken, Columns);
    }

    /// <summary>The squared distance of two rows.</summary>
    internal double SquaredDistance(int row, int other) => SquaredDistance(Row(row), Row(other));

    /// <summary>The squared distance of two places. Four sums side by side, added in order: the same bits on any machine.</summary>
    internal static double SquaredDistance(ReadOnlySpan<double> place, ReadOnlySpan<double> other)
    {
        var sum = 0.0;
        var axis = 0;
        if (place.Length >= Vector256<double>.Count)
        {
            var sums = Vector256<double>.Zero;
            for (; axis <= place.Length - Vector256<double>.Count; axis += Vector256<double>.Count)
            {
                var apart = Vector256.Create(place.Slice(axis, Vector256<double>.Count)) - Vector256.Create(other.Slice(axis, Vector256<double>.Count));
                sums += apart * apart;
            }

            sum = sums[0] + sums[1] + sums[2] + sums[3];
        }

        for (; axis < place.Length; axis++)
        {
            var apart = place[axis] - other[axis];
            sum += apart * apart;
        }

        return sum;
    }
}
