namespace Modelwright.Stress.Attacks.Trees;

/// <summary>What all inputs must be for a row to end in some leaves at once; filled leaf by leaf.</summary>
internal sealed class OpenBox(TreeRow row)
{
    private readonly Cut[] _cuts = [.. Enumerable.Range(0, row.Reaches.Length).Select(Cut.Anything)];
    private readonly List<int> _touched = [];

    /// <summary>Lets everything in again.</summary>
    public void Clear()
    {
        foreach (var input in _touched)
        {
            _cuts[input] = Cut.Anything(input);
        }

        _touched.Clear();
    }

    /// <summary>Narrows to a leaf.</summary>
    public void Add(Cut[] cuts)
    {
        foreach (var cut in cuts)
        {
            _cuts[cut.Input] = _cuts[cut.Input].Meet(cut);
            _touched.Add(cut.Input);
        }
    }

    /// <summary>How far the box is once narrowed to a leaf too, by the inputs of the leaf; infinity where nothing that can be reached is left.</summary>
    public double DistanceWith(Cut[] cuts)
    {
        var distance = 0.0;
        foreach (var cut in cuts)
        {
            distance = Math.Max(distance, row.Reaches[cut.Input].Distance(_cuts[cut.Input].Meet(cut)));
        }

        return distance;
    }

    /// <summary>The point of the box that is nearest to the row.</summary>
    public double[] Nearest()
    {
        var point = (double[])row.Own.Clone();
        foreach (var input in _touched)
        {
            point[input] = row.Reaches[input].Value(_cuts[input]);
        }

        return point;
    }
}
