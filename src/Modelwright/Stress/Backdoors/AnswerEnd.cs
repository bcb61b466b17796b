using Modelwright.Measures;

namespace Modelwright.Stress.Backdoors;

/// <summary>An answer that a value may drive rows to: a class, or one end of the numbers.</summary>
internal sealed class AnswerEnd
{
    /// <summary>Of numbers: an answer is at an end where so many of the answers without strain are not; and where the way to it ends.</summary>
    private const double Border = 0.9;
    private const double Far = 0.95;

    private readonly int _class;
    private readonly double _middle;
    private readonly double _border;
    private readonly double _far;

    private AnswerEnd(string name, int place, double middle, double border, double far) =>
        (Name, _class, _middle, _border, _far) = (name, place, middle, border, far);

    /// <summary>The class, or 'high' or 'low'.</summary>
    public string Name { get; }

    /// <summary>All ends.</summary>
    /// <param name="calm">What the model answers without strain.</param>
    public static AnswerEnd[] Of(Answers calm)
    {
        if (calm is ClassAnswers classes)
        {
            return [.. classes.Classes.Select((name, place) => new AnswerEnd(name, place, 0, 0, 1))];
        }

        double[] sorted = [.. ((NumberAnswers)calm).Predicted.Order()];
        double At(double share) => sorted[(int)(share * (sorted.Length - 1))];
        var mean = sorted.Average();
        return At(Far) > mean && At(1 - Far) < mean
            ? [new("high", -1, mean, At(Border), At(Far)), new("low", -1, mean, At(1 - Border), At(1 - Far))]
            : [];
    }

    /// <summary>Whether a row is answered so.</summary>
    public bool IsHit(Answers answers, int row)
    {
        if (answers is ClassAnswers classes)
        {
            return classes.Answered(row) == _class;
        }

        var said = ((NumberAnswers)answers).Predicted[row];
        return _far > _middle ? said >= _border : said <= _border;
    }

    /// <summary>How far the answer to a row goes there: the probability of the class, or the part of the way from the mean to the far end.</summary>
    public double Claimed(Answers answers, int row) => answers is ClassAnswers classes
        ? classes.Probabilities[(row * classes.Classes.Count) + _class]
        : Way(((NumberAnswers)answers).Predicted[row]);

    /// <summary>How far the truth of a row goes there.</summary>
    public double True(Answers answers, int row) => answers is ClassAnswers classes
        ? (classes.Truth[row] == _class ? 1 : 0)
        : Way(((NumberAnswers)answers).Truth[row]);

    private double Way(double number) => (number - _middle) / (_far - _middle);
}
