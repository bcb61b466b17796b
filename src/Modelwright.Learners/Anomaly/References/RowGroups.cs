using Modelwright.Runtime.Forms.Anomalies.References;

namespace Modelwright.Learners.Anomaly.References;

/// <summary>
/// Puts near rows together in threes, the densest first, each with the two nearest that are left among its own nearest. A row that finds none
/// counts for the group of its nearest row, whose mean it does not move: a row that stands alone makes no point near itself.
/// </summary>
internal sealed class RowGroups
{
    /// <summary>Others that a row's group is sought among.</summary>
    public const int Reach = 12;

    private const int Size = ReferencePoints.FewestRows;

    private readonly NearestRows _rows;
    private readonly int[] _groupOf;
    private readonly List<int> _members = [];

    /// <summary>Makes the groups of rows; none where there are fewer than three.</summary>
    public RowGroups(NearestRows rows)
    {
        _rows = rows;
        _groupOf = new int[rows.Count];
        Array.Fill(_groupOf, -1);
        if (rows.Count >= Size)
        {
            foreach (var row in DensestFirst())
            {
                Join(row);
            }
        }

        Masses = new double[Count];
        Array.Fill(Masses, Size);
        CountOthers();
    }

    /// <summary>Number of groups.</summary>
    public int Count => _members.Count / Size;

    /// <summary>One a group: the rows it stands for.</summary>
    public double[] Masses { get; }

    /// <summary>The three rows whose mean a group is.</summary>
    public ReadOnlySpan<int> Members(int group) => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_members).Slice(group * Size, Size);

    /// <summary>The points of the groups.</summary>
    public ReferencePoints Points()
    {
        var width = _rows.Space.Inputs.Count;
        var (places, spreads) = (new float[Count * width], new double[Count]);
        for (var group = 0; group < Count; group++)
        {
            spreads[group] = Mean(Members(group), places.AsSpan(group * width, width));
        }

        return new(_rows.Space, places, Masses, spreads, AreRows: false);
    }

    private double Mean(ReadOnlySpan<int> members, Span<float> place)
    {
        var sum = 0.0;
        for (var axis = 0; axis < place.Length; axis++)
        {
            var (a, b, c) = ((double)Place(members[0], axis, place.Length), (double)Place(members[1], axis, place.Length), (double)Place(members[2], axis, place.Length));
            var mean = (a + b + c) / Size;
            place[axis] = (float)mean;
            sum += ((a - mean) * (a - mean)) + ((b - mean) * (b - mean)) + ((c - mean) * (c - mean));
        }

        return sum / Size;
    }

    private float Place(int row, int axis, int width) => _rows.Places[(row * width) + axis];

    private int[] DensestFirst()
    {
        int[] order = [.. Enumerable.Range(0, _rows.Count)];
        double[] distances = [.. order.Select(row => _rows.Distances(row)[1])];
        Array.Sort(distances, order);

        // The sort is not stable: rows as dense go in their order, so that nothing hangs on how it is made.
        for (var start = 0; start < order.Length;)
        {
            var end = start + 1;
            while (end < order.Length && distances[end] == distances[start])
            {
                end++;
            }

            Array.Sort(order, start, end - start);
            start = end;
        }

        return order;
    }

    private void Join(int row)
    {
        if (_groupOf[row] >= 0)
        {
            return;
        }

        var (first, second) = (-1, -1);
        foreach (var other in Near(row))
        {
            if (_groupOf[other] >= 0)
            {
                continue;
            }

            if (first >= 0)
            {
                second = other;
                break;
            }

            first = other;
        }

        if (second >= 0)
        {
            _groupOf[row] = _groupOf[first] = _groupOf[second] = Count;
            _members.AddRange([row, first, second]);
        }
    }

    private ReadOnlySpan<int> Near(int row) => _rows.Of(row)[..Math.Min(Reach, _rows.Most)];

    private void CountOthers()
    {
        for (var row = 0; row < _groupOf.Length; row++)
        {
            if (_groupOf[row] >= 0)
            {
                continue;
            }

            foreach (var other in Near(row))
            {
                if (_groupOf[other] >= 0)
                {
                    Masses[_groupOf[other]]++;
                    break;
                }
            }
        }
    }
}
