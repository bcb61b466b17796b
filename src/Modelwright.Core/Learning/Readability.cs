namespace Modelwright.Core.Learning;

/// <summary>How far a person can follow the models of a learner from a row to its answer: what the field calls interpretability.</summary>
public enum Readability
{
    /// <summary>Not by reading: forests, boosting, neighbours. Explanations have to be worked out from outside.</summary>
    None,

    /// <summary>In parts: what each part does can be read, but there are many parts, or they stand on made-up inputs.</summary>
    Partly,

    /// <summary>As a whole: the model can be written out in lines (<see cref="IReadable"/>) that a person follows by hand. What is called an interpretable model.</summary>
    Fully,
}
