import { Component, type ReactNode } from "react";

interface Props {
  /** Another address is another try. */
  readonly place: string;
  readonly fallback: (retry: () => void) => ReactNode;
  readonly children: ReactNode;
}

interface State {
  readonly hasFailed: boolean;
}

/**
 * Keeps the desk standing when one screen fails, or cannot be fetched because the network is cut or a newer version was installed: the
 * navigation stays, and one may try again. React has only classes for this.
 */
export class Guard extends Component<Props, State> {
  override state: State = { hasFailed: false };

  static getDerivedStateFromError(): State {
    return { hasFailed: true };
  }

  override componentDidUpdate(before: Props): void {
    if (this.state.hasFailed && before.place !== this.props.place) this.setState({ hasFailed: false });
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return this.props.fallback(() => {
      // A part of the desk that could not be fetched stays refused by the browser: only the page fetched again has its new address.
      window.location.reload();
    });
  }
}
