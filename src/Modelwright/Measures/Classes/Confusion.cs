namespace Modelwright.Measures.Classes;

/// <summary>Weighted counts of rows by true and answered class.</summary>
internal sealed class Confusion
{
    private readonly double[] _counts;
    private readonly double[] _true;
    private readonly double[] _answered;

    private Confusion(int classes, int positive)
    {
        Classes = classes;
        Positive = positive;
        _counts = new double[classes * classes];
        _true = new double[classes];
        _answered = new double[classes];
    }

    /// <summary>Number of classes.</summary>
    public int Classes { get; }

    /// <summary>Number of classes that occur in truth or answers.</summary>
    public int Occurring { get; private set; }

    /// <summary>Of two classes, the one looked for; otherwise -1.</summary>
    public int Positive { get; }

    /// <summary>Weight of all rows.</summary>
    public double Total { get; private set; }

    /// <summary>Weight of the rows answered right.</summary>
    public double Right { get; private set; }

    /// <summary>The weight of rows of a true and an answered class.</summary>
    /// <param name="truth">The true class.</param>
    /// <param name="answered">The answered class.</param>
    public double this[int truth, int answered] => _counts[(truth * Classes) + answered];

    /// <summary>Counts all rows.</summary>
    /// <param name="answers">The rows.</param>
    public static Confusion Of(ClassAnswers answers)
    {
        var classes = answers.Classes.Count;
        var confusion = new Confusion(classes, classes == 2 ? answers.Positive : -1);
        for (var row = 0; row < answers.Count; row++)
        {
            confusion.Add(answers.Truth[row], answers.Answered(row), answers.Weight(row));
        }

        for (var column = 0; column < classes; column++)
        {
            confusion.Occurring += confusion.Occurs(column) ? 1 : 0;
        }

        return confusion;
    }

    /// <summary>Weight of the rows of a true class.</summary>
    /// <param name="column">The class.</param>
    public double True(int column) => _true[column];

    /// <summary>Weight of the rows answered with a class.</summary>
    /// <param name="column">The class.</param>
    public double Answered(int column) => _answered[column];

    /// <summary>Whether a class occurs in truth or answers.</summary>
    /// <param name="column">The class.</param>
    public bool Occurs(int column) => _true[column] > 0 || _answered[column] > 0;

    private void Add(int truth, int answered, double weight)
    {
        _counts[(truth * Classes) + answered] += weight;
        _true[truth] += weight;
        _answered[answered] += weight;
        Total += weight;
        Right += truth == answered ? weight : 0;
    }
}
