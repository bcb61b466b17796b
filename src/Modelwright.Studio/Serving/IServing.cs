using Modelwright.Core.Errors;
using Modelwright.Runtime.Packaging;

namespace Modelwright.Studio.Serving;

/// <summary>What only the server knows that shows the pages: which versions answer, their traffic, and how a model is asked. Called from any thread.</summary>
public interface IServing
{
    /// <summary>The models that are served, by name.</summary>
    IReadOnlyList<ServedModelView> Models { get; }

    /// <summary>What was answered and refused of late.</summary>
    TrafficView Traffic();

    /// <summary>Asks a version for one row, with reasons. The row is neither logged nor counted: it is a trial, and no traffic.</summary>
    /// <param name="model">The name of the model.</param>
    /// <param name="version">The name of the version.</param>
    /// <param name="cells">Texts by column; an empty text is a missing value, and so is a column that is not there.</param>
    /// <param name="cancellation">Asks to end.</param>
    /// <returns>The answer, or all that is wrong with the row.</returns>
    /// <exception cref="OptionsException">There is no such model or version.</exception>
    TriedRow Try(string model, string version, IReadOnlyDictionary<string, string> cells, CancellationToken cancellation);

    /// <summary>Loads a package: as a version that answers nothing yet, or as the first of a new model, which answers at once.</summary>
    /// <param name="model">The name of the model.</param>
    /// <param name="package">The package.</param>
    /// <param name="who">Who asked, for the log.</param>
    /// <returns>The name of the version.</returns>
    /// <exception cref="OptionsException">The name is none, or too many versions are held.</exception>
    string Load(string model, Package package, string who);

    /// <summary>Makes a version the champion; challenger and shadow stay unless they are that version.</summary>
    /// <param name="model">The name of the model.</param>
    /// <param name="version">The name of the version.</param>
    /// <param name="who">Who asked, for the log.</param>
    /// <exception cref="OptionsException">There is no such model or version.</exception>
    void Route(string model, string version, string who);

    /// <summary>Goes back to the traffic before the last change.</summary>
    /// <param name="model">The name of the model.</param>
    /// <param name="who">Who asked, for the log.</param>
    /// <exception cref="OptionsException">There is no such model, or nothing to go back to.</exception>
    void Rollback(string model, string who);
}
