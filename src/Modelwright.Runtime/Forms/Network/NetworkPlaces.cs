using Modelwright.Core.Data;

namespace Modelwright.Runtime.Forms.Network;

/// <summary>Where each input of a network stands among the numbers that come into the first layer.</summary>
internal sealed class NetworkPlaces
{
    internal NetworkPlaces(TableNetwork network)
    {
        var inputs = network.Inputs.Count;
        (Number, Marker, Level) = (new int[inputs], new int[inputs], new int[inputs]);
        Array.Fill(Marker, -1);
        var (place, number) = (0, 0);
        var ownPlace = network.Numbers * (1 + network.Waves.Width);
        for (var input = 0; input < inputs; input++)
        {
            Number[input] = -1;
            if (network.Inputs[input].Type == ColumnType.Number)
            {
                (Number[input], place) = (number, place + 1 + network.Waves.Width);
                Marker[input] = network.Marked.AsSpan().BinarySearch(number++) >= 0 ? ownPlace++ : -1;
            }
        }

        Dense = Vectors(network, ownPlace);
        Total = Levels(network, Dense);
    }

    /// <summary>For each input its place among the numbers; -1 for a category.</summary>
    internal int[] Number { get; }

    /// <summary>For each input where it is said that it is missing; -1 where it is not.</summary>
    internal int[] Marker { get; }

    /// <summary>For each category where its vector or its levels start.</summary>
    internal int[] Level { get; }

    /// <summary>Numbers before those that are one a level.</summary>
    internal int Dense { get; private set; }

    /// <summary>Numbers in all.</summary>
    internal long Total { get; }

    private int Vectors(TableNetwork network, int next)
    {
        ForCategories(network, (input, width) =>
        {
            if (width > 0)
            {
                Level[input] = next;
                next += width;
            }
        });
        return next;
    }

    private long Levels(TableNetwork network, long next)
    {
        ForCategories(network, (input, width) =>
        {
            if (width == 0)
            {
                Level[input] = (int)next;
                next += 1 + network.Inputs[input].Levels.Count;
            }
        });
        return next;
    }

    private static void ForCategories(TableNetwork network, Action<int, int> visit)
    {
        var category = 0;
        for (var input = 0; input < network.Inputs.Count; input++)
        {
            if (network.Inputs[input].Type == ColumnType.Category)
            {
                visit(input, network.LevelWidths[category++]);
            }
        }
    }
}
