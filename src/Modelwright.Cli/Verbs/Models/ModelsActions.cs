using System.Globalization;
using Modelwright.Core.Errors;

namespace Modelwright.Cli.Verbs.Models;

/// <summary>The list of what 'models' can do, and the check that a call asks one of it.</summary>
internal static class ModelsActions
{
    /// <summary>All of it; a new one is one line here.</summary>
    public static IReadOnlyList<ModelsAction> All { get; } =
    [
        new ListModels(), new ShowModel(), new RegisterModel(), new PromoteModel(), new AliasModel(), new RollbackModel(), new ShowLog(), new GetModel(), new RemoveModel(),
    ];

    /// <summary>The action that a call asks.</summary>
    /// <param name="name">The word.</param>
    /// <param name="arguments">What stands behind it.</param>
    /// <param name="options">The options that were given, --store and --json left out.</param>
    /// <exception cref="OptionsException">The word is none, or what goes with it does not fit; the text lists all faults.</exception>
    public static ModelsAction Find(string name, IReadOnlyList<string> arguments, IReadOnlyList<string> options)
    {
        var words = All.Select(action => action.Name).ToArray();
        var action = All.FirstOrDefault(one => one.Name == name)
            ?? throw new OptionsException($"'models {name}' is not known.{NearestName.Suggest(name, words)} There are: {string.Join(", ", words)}.");
        string[] faults = [.. Faults(action, arguments, options)];
        return faults.Length == 0 ? action : throw new OptionsException(string.Join('\n', [.. faults, "See 'modelwright models --help'."]));
    }

    private static IEnumerable<string> Faults(ModelsAction action, IReadOnlyList<string> arguments, IReadOnlyList<string> options)
    {
        if (arguments.Count != action.Arguments.Count)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"'models {action.Name}' takes {(action.Arguments.Count == 0 ? "no argument" : string.Join(' ', action.Arguments))}; {arguments.Count} {(arguments.Count == 1 ? "was" : "were")} given.");
        }

        foreach (var option in options.Where(option => !action.Options.Contains(option)))
        {
            yield return $"{option} has no use with 'models {action.Name}'. Leave it out.";
        }

        foreach (var option in action.Needed.Where(option => !options.Contains(option)))
        {
            yield return $"{option} is missing: 'models {action.Name}' needs it.";
        }
    }
}
