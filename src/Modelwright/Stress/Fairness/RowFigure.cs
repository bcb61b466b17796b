namespace Modelwright.Stress.Fairness;

/// <summary>Something that each row of a group adds to.</summary>
/// <param name="Name">As in <see cref="FairnessFigure"/>.</param>
/// <param name="Title">What its mean is, in words that go after "the".</param>
/// <param name="Values">One a row; NaN where a row does not count, as one that is not true does not for the true positive rate.</param>
/// <param name="Scale">The shape of its interval.</param>
internal sealed record RowFigure(string Name, string Title, double[] Values, FigureScale Scale);
