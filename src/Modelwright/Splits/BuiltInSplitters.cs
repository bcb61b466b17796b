using Modelwright.Core.Errors;

namespace Modelwright.Splits;

/// <summary>The list of splitters: the one existing file that a new splitter edits.</summary>
public static class BuiltInSplitters
{
    /// <summary>All splitters.</summary>
    public static IReadOnlyList<ISplitter> All { get; } =
    [
        new KFold(),
        new Stratified(),
        new Grouped(),
        new StratifiedGrouped(),
        new Repeated(new KFold()),
        new Repeated(new Stratified()),
        new Repeated(new Grouped()),
        new Repeated(new StratifiedGrouped()),
        new LeaveOneOut(),
        new LeaveOneGroupOut(),
        new TimeForward(),
        new Holdout(),
        new GroupedHoldout(),
        new TimeHoldout(),
    ];

    /// <summary>The splitter of a name.</summary>
    /// <param name="name">A name as in a plan.</param>
    /// <returns>The splitter.</returns>
    /// <exception cref="OptionsException">There is none; the text suggests the nearest.</exception>
    public static ISplitter Get(string name)
    {
        var names = All.Select(splitter => splitter.Info.Name).ToArray();
        return All.FirstOrDefault(splitter => splitter.Info.Name == name)
            ?? throw new OptionsException($"Splitter '{name}' is not known.{NearestName.Suggest(name, names)} There are: {string.Join(", ", names)}.");
    }
}
