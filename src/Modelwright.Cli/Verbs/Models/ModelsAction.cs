using Modelwright.Registry;

namespace Modelwright.Cli.Verbs.Models;

/// <summary>One thing that 'models' can do.</summary>
internal abstract class ModelsAction
{
    /// <summary>The word for it.</summary>
    public abstract string Name { get; }

    /// <summary>The arguments behind the word, as in the help; each of them must be there.</summary>
    public abstract IReadOnlyList<string> Arguments { get; }

    /// <summary>The options that mean something to it, besides --store and --json.</summary>
    public virtual IReadOnlyList<string> Options => [];

    /// <summary>The options that must be there.</summary>
    public virtual IReadOnlyList<string> Needed => [];

    /// <summary>Does it.</summary>
    public abstract ModelsAnswer Do(ModelsRequest asked, ModelRegistry registry);
}
