using Modelwright.Core.Data;
using Modelwright.Validation;

namespace Modelwright.Stress.Poisoning.Poisons;

/// <summary>Training rows as an opponent sees them.</summary>
/// <param name="schema">What the columns mean.</param>
/// <param name="rows">The rows in the types of the schema, each with a target.</param>
/// <param name="losses">What each row costs a model that was fitted on them; asked for once.</param>
/// <param name="seed">The only origin of chance.</param>
internal sealed class PoisonGround(Schema schema, Table rows, Func<double[]> losses, int seed)
{
    private readonly Lazy<double[]> _losses = new(losses);

    /// <summary>The rows.</summary>
    public Table Rows => rows;

    /// <summary>Their target.</summary>
    public Column Target => rows[schema.Target!.Name];

    /// <summary>What each row costs a model that was fitted on them.</summary>
    public double[] Losses => _losses.Value;

    /// <summary>So many rows as a share is: at least one.</summary>
    public int Count(double share) => Math.Clamp((int)Math.Round(share * rows.RowCount), 1, rows.RowCount);

    /// <summary>The chance of a poison, the same at any share.</summary>
    /// <param name="name">Its name.</param>
    public Random Chance(string name)
    {
        var mixed = seed;
        foreach (var letter in name)
        {
            mixed = Seeds.Mix(mixed, letter);
        }

        return new(mixed);
    }

    /// <summary>The classes that occur, as codes; empty for numbers.</summary>
    public int[] Classes() => Target is CategoryColumn classes
        ? [.. Enumerable.Range(0, classes.RowCount).Select(row => classes.Codes.At(row)).Where(code => code >= 0).Distinct().Order()]
        : [];

    /// <summary>The low and the high end of a number: 1 % and 99 % of the rows are below.</summary>
    public (double Low, double Middle, double High) Ends()
    {
        double[] sorted = [.. Numbers().Order()];
        return (sorted[sorted.Length / 100], sorted[sorted.Length / 2], sorted[sorted.Length - 1 - (sorted.Length / 100)]);
    }

    /// <summary>A copy of the target's numbers.</summary>
    public double[] Numbers()
    {
        var values = new double[rows.RowCount];
        ((NumberColumn)Target).Values.CopyTo(values);
        return values;
    }

    /// <summary>A copy of the target's codes.</summary>
    public int[] Codes()
    {
        var codes = new int[rows.RowCount];
        ((CategoryColumn)Target).Codes.CopyTo(codes);
        return codes;
    }

    /// <summary>The rows with other codes or numbers as their target.</summary>
    public Table With(int[] codes) => rows.With(new CategoryColumn(Target.Name, ((CategoryColumn)Target).Levels, codes));

    /// <inheritdoc cref="With(int[])"/>
    public Table With(double[] numbers) => rows.With(new NumberColumn(Target.Name, numbers));
}
