using Modelwright.Core.Errors;
using Modelwright.Measures;

namespace Modelwright.Tests.Measures;

public sealed class AnswersTests
{
    [Fact]
    public void ClassAnswers_WrongLength_SaysHowMany()
    {
        var error = Assert.Throws<DataException>(() => new ClassAnswers(["a", "b"], [0, 1], [0.5, 0.5, 1]));
        Assert.Equal("There are 3 probabilities for 2 rows and 2 classes. Give one a row and class, row by row.", error.Message);
    }

    [Fact]
    public void ClassAnswers_NoClasses_SaysSo()
    {
        var error = Assert.Throws<DataException>(() => new ClassAnswers([], [], []));
        Assert.Equal("There are no classes to score. Give the classes in the order of the probabilities.", error.Message);
    }

    [Fact]
    public void ClassAnswers_MissingTruth_SaysWhichRow()
    {
        var error = Assert.Throws<DataException>(() => new ClassAnswers(["a"], [0, -1], [1, 1]));
        Assert.Equal("The true class of row 2 is number -1, but there are 1 classes, from 0. Leave rows without a known class out.", error.Message);
    }

    [Fact]
    public void ClassAnswers_NotFinite_SaysWhichRow()
    {
        var error = Assert.Throws<DataException>(() => new ClassAnswers(["a", "b"], [0, 1], [0.5, 0.5, 1, double.NaN]));
        Assert.Equal("A probability of row 2 is NaN, not a number to score. Leave the row out, or mend what answered it.", error.Message);
    }

    [Fact]
    public void NumberAnswers_WrongLength_SaysHowMany()
    {
        var error = Assert.Throws<DataException>(() => new NumberAnswers([1, 2], [1]));
        Assert.Equal("There are 1 predictions for 2 true values. Give one a row.", error.Message);
    }

    [Fact]
    public void NumberAnswers_NotFinite_SaysWhichRow()
    {
        var error = Assert.Throws<DataException>(() => new NumberAnswers([1, 2], [1, double.PositiveInfinity]));
        Assert.Equal("The prediction of row 2 is Infinity, not a number to score. Leave the row out, or mend what answered it.", error.Message);
    }

    [Fact]
    public void Weights_WrongLength_SaysHowMany()
    {
        var error = Assert.Throws<DataException>(() => new NumberAnswers([1, 2], [1, 2]) { Weights = [1] });
        Assert.Equal("There are 1 weights for 2 rows. Give one weight a row.", error.Message);
    }

    [Fact]
    public void Weights_Negative_SaysWhichRow()
    {
        var error = Assert.Throws<DataException>(() => new NumberAnswers([1, 2], [1, 2]) { Weights = [1, -0.5] });
        Assert.Equal("The weight of row 2 is -0.5. A weight is a number of 0 or more; mend it, or give 0 to leave the row out.", error.Message);
    }

    [Fact]
    public void Take_Rows_CarriesWeightsAndPositive()
    {
        var answers = new ClassAnswers(["a", "b"], [0, 1], [0.9, 0.1, 0.2, 0.8]) { Positive = 0, Weights = [1, 2] };
        var taken = Assert.IsType<ClassAnswers>(answers.Take([1, 1]));
        Assert.Equal([1, 1], taken.Truth);
        Assert.Equal([0.2, 0.8, 0.2, 0.8], taken.Probabilities);
        Assert.Equal([2, 2], taken.Weights!);
        Assert.Equal(0, taken.Positive);
    }
}
