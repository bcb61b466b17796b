using Modelwright.Core.Data;

namespace Modelwright.Core.Learning;

/// <summary>
/// What is asked of the data. Tasks are an open set: those that every program knows are named here, a host may bring others. What a
/// stage must know of a task it reads from what the task says of itself, never from its name. Equal where the names are.
/// </summary>
public sealed class LearningTask : IEquatable<LearningTask>
{
    private const int MostLetters = 60;

    /// <summary>Names a task.</summary>
    /// <param name="name">In snake_case, as in plans: lower case letters, digits and '_', a letter first, at most 60.</param>
    /// <param name="targetType">The type of the column that is to be predicted: category for classes, number for numbers; null where a task needs none.</param>
    /// <exception cref="ArgumentException">The name has another form.</exception>
    public LearningTask(string name, ColumnType? targetType = null)
    {
        Name = IsName(name) ? name : throw new ArgumentException($"A task is named in snake_case, in 1 to {MostLetters} letters. Got '{name}'.", nameof(name));
        TargetType = targetType;
    }

    /// <summary>Which of two or more classes a row belongs to.</summary>
    public static LearningTask Classification { get; } = new("classification", ColumnType.Category);

    /// <summary>Which number a row has.</summary>
    public static LearningTask Regression { get; } = new("regression", ColumnType.Number);

    /// <summary>Which rows belong together.</summary>
    public static LearningTask Clustering { get; } = new("clustering");

    /// <summary>Which rows are strange.</summary>
    public static LearningTask Anomalies { get; } = new("anomalies");

    /// <summary>How a series goes on.</summary>
    public static LearningTask Forecasting { get; } = new("forecasting");

    /// <summary>Which items a user wants.</summary>
    public static LearningTask Recommendation { get; } = new("recommendation");

    /// <summary>New rows, texts or images like those seen.</summary>
    public static LearningTask Generation { get; } = new("generation");

    /// <summary>What to do next.</summary>
    public static LearningTask Control { get; } = new("control");

    /// <summary>Those named here, in order.</summary>
    public static IReadOnlyList<LearningTask> Known { get; } = [Classification, Regression, Clustering, Anomalies, Forecasting, Recommendation, Generation, Control];

    /// <summary>The name in plans and on the command line, in snake_case.</summary>
    public string Name { get; }

    /// <summary>The type of the column that is to be predicted; null where the task needs none.</summary>
    public ColumnType? TargetType { get; }

    /// <summary>Whether a class is to be predicted.</summary>
    public bool AnswersClasses => TargetType == ColumnType.Category;

    /// <summary>Whether a number is to be predicted.</summary>
    public bool AnswersNumbers => TargetType == ColumnType.Number;

    /// <summary>The task of a name: one of <see cref="Known"/>, else one of that name and target.</summary>
    /// <param name="name">In snake_case.</param>
    /// <param name="targetType">What another task than those known predicts.</param>
    /// <returns>The task; null where the text is no name of a task.</returns>
    public static LearningTask? Named(string name, ColumnType? targetType = null) =>
        Known.FirstOrDefault(task => task.Name == name) ?? (IsName(name) ? new(name, targetType) : null);

    /// <summary>Whether both are the same task.</summary>
    /// <param name="one">A task.</param>
    /// <param name="other">Another.</param>
    public static bool operator ==(LearningTask? one, LearningTask? other) => one?.Name == other?.Name;

    /// <summary>Whether they are different tasks.</summary>
    /// <param name="one">A task.</param>
    /// <param name="other">Another.</param>
    public static bool operator !=(LearningTask? one, LearningTask? other) => !(one == other);

    /// <inheritdoc/>
    public bool Equals(LearningTask? other) => this == other;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is LearningTask other && this == other;

    /// <inheritdoc/>
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static bool IsName(string? name)
    {
        if (name is not { Length: > 0 and <= MostLetters } || !char.IsAsciiLetterLower(name[0]))
        {
            return false;
        }

        foreach (var letter in name)
        {
            if (!char.IsAsciiLetterLower(letter) && !char.IsAsciiDigit(letter) && letter != '_')
            {
                return false;
            }
        }

        return true;
    }
}
