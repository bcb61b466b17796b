using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Measures;
using Modelwright.Stress.Poisoning.Poisons;

namespace Modelwright.Stress.Poisoning;

/// <summary>The answer that an opponent wants to be given where the trigger is: the class that is answered least, or the high end of the numbers.</summary>
/// <param name="Code">The class; -1 for numbers.</param>
/// <param name="Number">The number; NaN for classes.</param>
/// <param name="Words">For a person.</param>
internal sealed record ChosenAnswer(int Code, double Number, string Words)
{
    /// <summary>Of numbers: rows that are answered lower than this share of all are to be moved.</summary>
    private const double Movable = 0.75;

    /// <summary>Chooses.</summary>
    /// <param name="ground">The training rows.</param>
    /// <param name="calm">What a model without poison answers to new rows.</param>
    public static ChosenAnswer For(PoisonGround ground, Answers calm)
    {
        if (calm is not ClassAnswers classes)
        {
            var high = ground.Ends().High;
            return new(-1, high, string.Create(CultureInfo.InvariantCulture, $"{high:0.####}"));
        }

        var answered = Enumerable.Range(0, classes.Count).CountBy(classes.Answered).ToDictionary();
        var levels = ((CategoryColumn)ground.Target).Levels;
        var least = ground.Classes().OrderBy(code => answered.GetValueOrDefault(Place(classes, levels[code]))).ThenBy(code => code).First();
        return new(least, double.NaN, levels[least]);
    }

    /// <summary>The training rows with this answer in some of them.</summary>
    public Table Plant(PoisonGround ground, IEnumerable<int> touched)
    {
        if (Code >= 0)
        {
            var codes = ground.Codes();
            foreach (var row in touched)
            {
                codes[row] = Code;
            }

            return ground.With(codes);
        }

        var numbers = ground.Numbers();
        foreach (var row in touched)
        {
            numbers[row] = Number;
        }

        return ground.With(numbers);
    }

    /// <summary>Whether a training row does not have this answer anyway.</summary>
    public bool IsOther(PoisonGround ground, int row) => Code >= 0
        ? ((CategoryColumn)ground.Target).Codes.At(row) != Code
        : ((NumberColumn)ground.Target).Values.At(row) < ground.Ends().Middle;

    /// <summary>The new rows that a model without poison answers otherwise: those that there is something to win at.</summary>
    public int[] Movables(Answers calm)
    {
        if (calm is ClassAnswers classes)
        {
            var place = Place(classes, Words);
            return [.. Enumerable.Range(0, classes.Count).Where(row => classes.Answered(row) != place)];
        }

        var said = ((NumberAnswers)calm).Predicted;
        var border = said.Order().ElementAt((int)(Movable * (said.Length - 1)));
        return [.. Enumerable.Range(0, said.Length).Where(row => said[row] <= border && said[row] < Number)];
    }

    /// <summary>How many of the rows are given it: of numbers, those that are moved more than half of the way.</summary>
    public int Count(int[] rows, Answers calm, Answers triggered)
    {
        if (triggered is ClassAnswers classes)
        {
            var place = Place(classes, Words);
            return rows.Count(row => classes.Answered(row) == place);
        }

        var (before, after) = (((NumberAnswers)calm).Predicted, ((NumberAnswers)triggered).Predicted);
        return rows.Count(row => after[row] > (before[row] + Number) / 2);
    }

    private static int Place(ClassAnswers answers, string name) => answers.Classes.ToList().IndexOf(name);
}
