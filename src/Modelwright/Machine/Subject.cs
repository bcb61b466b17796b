namespace Modelwright.Machine;

/// <summary>A thing that is looked at.</summary>
/// <param name="Name">Its name, in snake_case.</param>
/// <param name="Purpose">What it is for.</param>
internal sealed record Subject(string Name, string Purpose)
{
    internal MachineCheck Ok(string found) => new(Name, CheckState.Ok, found, Purpose, null);

    internal MachineCheck Warning(string found, string remedy) => new(Name, CheckState.Warning, found, Purpose, remedy);

    internal MachineCheck Missing(string found, string remedy) => new(Name, CheckState.Missing, found, Purpose, remedy);
}
